/** A name as it is compared: without case, emoji, a number before it, and runs of spaces; apostrophes and accents in one form. */
export function foldName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\p{Extended_Pictographic}\ufe0f\u200d]/gu, '')
    .replace(/[’‘`´]/g, "'")
    .toLowerCase()
    .replace(/^[\s\d.):_-]+(?=\p{L})/u, '')
    .replace(/[\s\u00a0_]+/g, ' ')
    .trim();
}
