import type { ProblemList } from '../problem-list.ts';
import type { Step } from '../steps.ts';
import { findDelimiter, separatorLine, type Delimiter } from './delimiter.ts';
import { findEncoding, SLICE_BYTES, type Encoding } from './encoding.ts';
import { findHeader, headerOf, HEADER_WITHIN, type Header } from './header.ts';
import { LARGEST_FILE, whyNotTable, whyTextIsNoTable } from './not-a-table.ts';
import { decode } from './decode.ts';
import { readRecords } from './records.ts';
import { textOf, type TablePlace } from './table.ts';

/** What a person has already said of a file, instead of what would be found. */
export interface TableHints {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** How many of these header names are known. */
  readonly knows: (folded: readonly string[]) => number;
}

/** Finds out how a file is to be read, or why it can't be: then the problems are fatal and there is no answer. */
export function* findTable(bytes: Uint8Array, hints: TableHints, problems: ProblemList): Generator<Step, TablePlace | null> {
  const why = whyRefused(bytes);
  if (why) {
    problems.refuse(...why);
    return null;
  }
  const { encoding, sure } = hints.encoding ? { encoding: hints.encoding, sure: true } : yield* findEncoding(bytes);
  if (!sure) noteGuess(encoding, problems);
  const sample = decode(bytes, encoding).next();
  const text = sample.done ? '' : sample.value.text;
  const noTable = whyTextIsNoTable(text);
  if (noTable) {
    problems.refuse('not-a-table', noTable);
    return null;
  }
  const line = separatorLine(text);
  const delimiter = hints.delimiter ?? line?.delimiter ?? findDelimiter(line ? text.slice(line.length) : text, bytes.length <= SLICE_BYTES);
  const header = findHeader(firstRecords(bytes, encoding, delimiter), hints.knows);
  if (!header) problems.refuse('file-empty', 'The file holds no rows.');
  return header && { encoding, delimiter, header };
}

/** The table that a mapping describes; null, with a problem, when the file has no such row. */
export function tableAt(
  bytes: Uint8Array,
  at: { readonly encoding: Encoding; readonly delimiter: Delimiter; readonly headerRow: number },
  problems: ProblemList,
): TablePlace | null {
  const why = whyRefused(bytes);
  const header = why ? null : headerAt(bytes, at);
  if (why) problems.refuse(...why);
  else if (!header)
    problems.refuse('mapping-does-not-fit', `Row ${at.headerRow}, where the header should be, is empty or missing. Look at delimiter and encoding.`, {
      row: at.headerRow,
    });
  return header && { encoding: at.encoding, delimiter: at.delimiter, header };
}

function whyRefused(bytes: Uint8Array): readonly ['file-empty' | 'file-too-large' | 'not-a-table', string] | null {
  if (bytes.length === 0) return ['file-empty', 'The file is empty.'];
  if (bytes.length > LARGEST_FILE) {
    const size = Math.ceil(bytes.length / 1024 / 1024).toLocaleString('en');
    return [
      'file-too-large',
      `The file has ${size} MB; at most ${LARGEST_FILE / 1024 / 1024} MB are read. Split it, for example by project or by year, and bring the parts one after another.`,
    ];
  }
  const why = whyNotTable(bytes);
  return why ? ['not-a-table', why] : null;
}

function noteGuess(encoding: Encoding, problems: ProblemList): void {
  const message =
    encoding === 'utf-8'
      ? 'Some characters of the file are damaged; they show as “�”. All others are read as UTF-8.'
      : 'The file is not UTF-8 and was read as Windows-1252. Look whether names with accents are right; if not, choose another encoding.';
  problems.note('encoding-guessed', message);
}

function headerAt(bytes: Uint8Array, { encoding, delimiter, headerRow }: { encoding: Encoding; delimiter: Delimiter; headerRow: number }): Header | null {
  for (const { records } of readRecords(textOf(bytes, encoding), delimiter)) {
    const found = records.find(({ row }) => row === headerRow);
    if (found) return found.cells.some((cell) => cell.trim() !== '') ? headerOf(found.row, found.cells) : null;
    if ((records.at(-1)?.row ?? 0) > headerRow) return null;
  }
  return null;
}

function firstRecords(bytes: Uint8Array, encoding: Encoding, delimiter: Delimiter) {
  const first = [];
  for (const { records } of readRecords(textOf(bytes, encoding), delimiter)) {
    first.push(...records.slice(0, HEADER_WITHIN - first.length));
    if (first.length >= HEADER_WITHIN) break;
  }
  return first;
}
