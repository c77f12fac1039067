/** First words of addresses that are the program's own. */
const RESERVED = new Set([
  'api',
  'assets',
  'enter',
  'files',
  'healthz',
  'join',
  'metrics',
  'published',
  'readyz',
  'sign-in',
  'sign-out',
  'start',
  'account',
  'settings',
  'static',
  'new',
]);

/** Whether a workspace may have this address. */
export const isFreeSlug = (slug: string, others: readonly { readonly slug: string }[]): boolean =>
  !RESERVED.has(slug) && others.every((other) => other.slug !== slug);

/** An address made from a name, with a number behind it where another workspace has it: `Ärger & Söhne` → `arger-sohne`. */
export function slugOf(name: string, others: readonly { readonly slug: string }[]): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 36)
    .replaceAll(/^-+|-+$/g, '');
  const base = plain || 'workspace';
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (isFreeSlug(slug, others)) return slug;
  }
}
