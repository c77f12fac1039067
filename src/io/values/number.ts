/** What in a spreadsheet stands for a formula that failed, or for nothing. */
const NOTHING = new Set(['', '-', '–', '—', 'n/a', 'null', 'none', '#n/a', '#ref!', '#value!', '#name?', '#div/0!', '#null!', '#num!']);

/** Whether a cell holds nothing: it is empty, or says so in a word. */
export function saysNothing(cell: string): boolean {
  if (cell === '') return true;
  if (cell.length > LONGEST_NOTHING && cell.charCodeAt(0) > 0x20) return false;
  return NOTHING.has(cell.trim().toLowerCase());
}

const LONGEST_NOTHING = 8;

/**
 * The number in a cell, or null when it is none. Where both a dot and a comma stand, the last is the decimal sign; a single comma is one
 * unless it groups thousands in a file that has commas between its cells.
 */
export function readNumber(cell: string, { isCommaDecimal }: { readonly isCommaDecimal: boolean }): number | null {
  const text = cell.trim().replace(/[\s\u00a0\u202f'’](?=\d{3}(?:\D|$))/g, '');
  if (!/^[+-]?(?:\d+(?:[.,]\d+)*|[.,]\d+)$/.test(text)) return null;
  const [dot, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
  if (dot >= 0 && comma >= 0) return Number(dot > comma ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.'));
  const sign = dot >= 0 ? '.' : ',';
  const groups = text.split(sign).slice(1);
  const isGrouped = groups.length > 1 || (sign === ',' && !isCommaDecimal && groups[0]?.length === 3);
  if (isGrouped) return groups.every(({ length }) => length === 3) ? Number(text.replaceAll(sign, '')) : null;
  return Number(text.replace(',', '.'));
}
