/** A number as the locale writes it, `1,284.5` or `1.284,5`; with or without its unit. Null if it is none. */
export function parseNumber(text: string, locale = 'en-GB'): number | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(-12345.6);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const group = sign('group');
  const plain = text
    .trim()
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/\u2212/g, '-')
    .replace(/\p{L}+$/u, '');
  const joined = group.trim() === '' ? plain : plain.replaceAll(group, '');
  const digits = joined.replace(sign('decimal'), '.');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(digits) ? Number(digits) : null;
}
