/** Names are the same whatever their case, spaces at the ends and between words, and the way their accents are encoded. */
export function foldHeader(name: string): string {
  return name
    .replace(/^\ufeff/, '')
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The header of a table: its names as written, and the places of each; one name may stand over several columns. */
export interface Header {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly width: number;
  /** Each name once, in the order of its first column, with its places. A column without a name is called by its number. */
  readonly columns: readonly { readonly name: string; readonly folded: string; readonly at: readonly number[] }[];
}

export function headerOf(row: number, cells: readonly string[]): Header {
  let width = cells.length;
  while (width > 0 && cells[width - 1]!.trim() === '') width -= 1;
  const columns = new Map<string, { name: string; folded: string; at: number[] }>();
  cells.slice(0, width).forEach((cell, at) => {
    const name = cell.replace(/[\s\u00a0\ufeff]+/g, ' ').trim() || `Column ${at + 1}`;
    const folded = foldHeader(name);
    const known = columns.get(folded);
    if (known) known.at.push(at);
    else columns.set(folded, { name, folded, at: [at] });
  });
  return { row, width, columns: [...columns.values()] };
}

/** Records that are looked at for the header: blank lines and a title may stand above it. */
export const HEADER_WITHIN = 20;

/**
 * The record that looks most like a header. `knows` says how many of its names are known; without any known name it is the first record with
 * as many filled cells as most others have.
 */
export function findHeader(
  records: readonly { readonly row: number; readonly cells: readonly string[] }[],
  knows: (folded: readonly string[]) => number,
): Header | null {
  const candidates = records.slice(0, HEADER_WITHIN).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  let best: { row: number; cells: readonly string[] } | undefined;
  let most = 1;
  for (const candidate of candidates) {
    const score = knows(candidate.cells.map(foldHeader));
    if (score > most) [best, most] = [candidate, score];
  }
  const usual = Math.max(0, ...candidates.map(filled)) / 2;
  best ??= candidates.find((candidate) => filled(candidate) >= usual);
  return best ? headerOf(best.row, best.cells) : null;
}

const filled = ({ cells }: { readonly cells: readonly string[] }): number => cells.filter((cell) => cell.trim() !== '').length;
