import { excerpt } from '../problem.ts';
import type { ProblemList } from '../problem-list.ts';
import type { Step } from '../steps.ts';
import { decode, type TextPiece } from './decode.ts';
import { separatorLine, type Delimiter } from './delimiter.ts';
import type { Encoding } from './encoding.ts';
import { foldHeader, type Header } from './header.ts';
import { MOST_ROWS } from './not-a-table.ts';
import { readRecords, type CsvRecord, type OpenQuote } from './records.ts';

/** Where and how a table lies in a file. */
export interface TablePlace {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly header: Header;
}

export interface TableRow {
  readonly row: number;
  /** As many as the header has. */
  readonly cells: readonly string[];
}

/** Rows that hold something: how many there were below the header, and how many of them were left out. */
export interface TableCounts {
  readonly records: number;
  readonly skipped: number;
}

// eslint-disable-next-line no-control-regex -- removing control characters is what it is for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * The rows of a table below its header, handed to `take` one by one. Empty rows are passed over; short ones are filled up; wider ones, whose
 * cells can't be told apart, and repeated headers are left out and reported.
 */
export function* readTable(
  bytes: Uint8Array,
  place: TablePlace,
  { take, problems }: { take: (row: TableRow) => boolean | void; problems: ProblemList },
): Generator<Step, TableCounts> {
  let records = 0;
  let skipped = 0;
  const batches = readRecords(textOf(bytes, place.encoding), place.delimiter);
  for (;;) {
    const batch = batches.next();
    if (batch.done) {
      if (batch.value) refuseOpenQuotes(place.header, batch.value, problems);
      return { records, skipped };
    }
    for (const record of batch.value.records) {
      if (record.row <= place.header.row || record.cells.every(isBlank)) continue;
      records += 1;
      if (records > MOST_ROWS) {
        problems.refuse(
          'too-many-rows',
          `The file has more than ${MOST_ROWS.toLocaleString('en')} rows. Split it, for example by project or by year, and bring the parts one after another.`,
        );
        return { records, skipped };
      }
      const row = fitted(batch.value.hasControls ? cleaned(record, place.header, problems) : record, place.header, problems);
      if (!row) skipped += 1;
      else if (take(row) === false) return { records, skipped };
    }
    if (batch.value.open) {
      noteOpenQuote(place.header, batch.value.open, problems);
      records += 1;
      skipped += 1;
    }
    yield { done: batch.value.bytesRead, of: bytes.length };
  }
}

/** A file's text without a first line that only names the delimiter. */
export function* textOf(bytes: Uint8Array, encoding: Encoding): Generator<TextPiece, void> {
  let isFirst = true;
  for (const piece of decode(bytes, encoding)) {
    const line = isFirst ? separatorLine(piece.text) : null;
    isFirst = false;
    yield line ? { ...piece, text: piece.text.slice(line.length) } : piece;
  }
}

const isBlank = (cell: string): boolean => cell === '' || cell.trim() === '';

function noteOpenQuote(header: Header, { row, at }: OpenQuote, problems: ProblemList): void {
  const column = nameAt(header, at);
  const message = `Row ${row}, column “${column}”: a quotation mark is opened and never closed. Its line is left out, and the next one is read as a row. Close it, or double it if it belongs to the text.`;
  problems.add({ code: 'quote-not-closed', loses: 'row', row, column, message });
}

function refuseOpenQuotes(header: Header, { row, at }: OpenQuote, problems: ProblemList): void {
  const column = nameAt(header, at);
  const message = `Quotation marks are opened and never closed in many rows, of which row ${row}, column “${column}” is one: it can't be told what is a row. Look at the delimiter, or export the list again.`;
  problems.refuse('quote-not-closed', message, { row, column });
}

/** A record with exactly the header's width, or null when it must be left out. */
function fitted(record: CsvRecord, header: Header, problems: ProblemList): TableRow | null {
  const { row, cells, strayAt } = record;
  if (strayAt >= 0) noteStrayQuote(record, header, problems);
  if (cells.length === header.width) return isHeaderAgain(cells, header) ? skipHeader(row, problems) : { row, cells };
  if (cells.length > header.width) {
    if (cells.slice(header.width).every(isBlank)) return { row, cells: cells.slice(0, header.width) };
    const message = `Row ${row} has ${cells.length} cells, the header ${header.width}: it can't be told which belongs where. A cell that holds the delimiter must stand in quotation marks.`;
    problems.add({ code: 'row-too-wide', loses: 'row', row, column: null, value: excerpt(cells.join(' | ')), message });
    return null;
  }
  problems.add({
    code: 'row-short',
    loses: 'nothing',
    row,
    column: null,
    message: `Row ${row} has ${cells.length === 1 ? '1 cell' : `${cells.length} cells`}, the header ${header.width}: the others count as empty.`,
  });
  return { row, cells: [...cells, ...Array.from({ length: header.width - cells.length }, () => '')] };
}

function noteStrayQuote({ row, cells, strayAt }: CsvRecord, header: Header, problems: ProblemList): void {
  const column = nameAt(header, strayAt);
  const message = `Row ${row}, column “${column}”: a quotation mark stands where none may; it is kept as a part of the text.`;
  problems.add({ code: 'quote-stray', loses: 'nothing', row, column, value: excerpt(cells[strayAt] ?? ''), message });
}

function isHeaderAgain(cells: readonly string[], { columns }: Header): boolean {
  const first = columns[0]!;
  if (cells[first.at[0]!]!.length > first.folded.length * 2) return false;
  if (foldHeader(cells[first.at[0]!]!) !== first.folded) return false;
  return columns.every(({ folded, at }) => at.every((place) => foldHeader(cells[place]!) === folded || cells[place]!.trim() === ''));
}

function skipHeader(row: number, problems: ProblemList): null {
  problems.add({ code: 'header-repeated', loses: 'row', row, column: null, message: `Row ${row} repeats the header and is left out.` });
  return null;
}

function cleaned(record: CsvRecord, header: Header, problems: ProblemList): CsvRecord {
  if (!record.cells.some((cell) => cell.search(CONTROLS) >= 0)) return record;
  const cells = record.cells.map((cell, at) => {
    const clean = cell.replace(CONTROLS, '');
    if (clean.length !== cell.length) noteRemoved(record.row, { column: nameAt(header, at), count: cell.length - clean.length }, problems);
    return clean;
  });
  return { ...record, cells };
}

function noteRemoved(row: number, { column, count }: { column: string; count: number }, problems: ProblemList): void {
  const message = `Row ${row}, column “${column}”: ${count === 1 ? 'a control character was' : `${count} control characters were`} removed.`;
  problems.add({ code: 'characters-removed', loses: 'nothing', row, column, message });
}

const nameAt = ({ columns }: Header, at: number): string => columns.find((column) => column.at.includes(at))?.name ?? `Column ${at + 1}`;
