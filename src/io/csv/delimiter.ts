import { readRecord } from './read-record.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How each is called in a sentence. */
export const DELIMITER_NAMES: Readonly<Record<Delimiter, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

const SAMPLE_RECORDS = 50;

/** A first line `sep=;` by which Excel says its delimiter: it, and the length of that line with its end; null when there is none. */
export function separatorLine(text: string): { readonly delimiter: Delimiter; readonly length: number } | null {
  const line = /^"?sep=(.)"?(?:\r\n|\n|\r|$)/i.exec(text);
  const delimiter = DELIMITERS.find((one) => one === line?.[1]);
  return line && delimiter ? { delimiter, length: line[0].length } : null;
}

/** The delimiter that gives the most columns, and the same number of them on the most records, counted outside of quotes. */
export function findDelimiter(text: string, isWholeFile: boolean): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(widthsOf(text, delimiter, isWholeFile));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function widthsOf(text: string, delimiter: Delimiter, isLast: boolean): number[] {
  const widths: number[] = [];
  for (let at = 0; at < text.length && widths.length < SAMPLE_RECORDS;) {
    const record = readRecord(text, { from: at, separator: delimiter.charCodeAt(0), isLast });
    if (!record.isWhole) break;
    at = record.end;
    if (record.cells.length > 1 || record.cells[0] !== '') widths.push(record.cells.length);
  }
  return widths;
}

/** Columns beyond the first, times the share of records that have that many, squared: a comma in sentences gives uneven counts. */
function scoreOf(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of counts) score = Math.max(score, (width - 1) * (count / widths.length) ** 2);
  return score;
}
