import type { TextPiece } from './decode.ts';
import { readRecord } from './read-record.ts';

/** One record of a file: a line, or several where a quoted cell holds line ends. */
export interface CsvRecord {
  /** As a spreadsheet counts, empty lines too; the first is 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Where a cell holds a quote that RFC 4180 does not allow there, the first such cell; else -1. It is kept as it stands. */
  readonly strayAt: number;
}

/** The records that end in one piece of text. */
export interface RecordBatch {
  readonly records: readonly CsvRecord[];
  /** Below them stands a record that is left out, because it opens a quote that nothing closes. */
  readonly open: OpenQuote | null;
  readonly bytesRead: number;
  /** Whether some cell may hold a control character other than tab and line ends. */
  readonly hasControls: boolean;
}

/** A quote that is opened and never closed: everything after it would be one cell. */
export interface OpenQuote {
  readonly row: number;
  /** The place of the cell in its record, from 0. */
  readonly at: number;
}

/** No record of a real file is longer, in UTF-16 units; a longer one is a quote that was not closed. */
const LONGEST_RECORD = 1 << 23;

/** A file with more quotes that nothing closes is no table; each is looked for to the end, so that there must be an end of looking. */
const MOST_OPEN = 50;

/**
 * Reads records from pieces of text (RFC 4180; line ends LF, CRLF or CR). A quote that nothing closes costs the line in which it is opened:
 * reading goes on below it. Returns the quote at which it gave up because there were too many, if it did.
 */
export function* readRecords(pieces: Iterable<TextPiece>, delimiter: string): Generator<RecordBatch, OpenQuote | null> {
  const separator = delimiter.charCodeAt(0);
  const source = pieces[Symbol.iterator]();
  let piece = source.next();
  let text = '';
  let row = 0;
  let enough = 0;
  let bytesRead = 0;
  let hasControls = false;
  let isLast = false;
  let left = MOST_OPEN;
  for (let open: OpenQuote | null = null; open !== null || !isLast;) {
    if (open === null) {
      const next = piece.done ? piece : source.next();
      isLast = next.done === true;
      if (!piece.done) {
        hasControls = piece.value.hasControls || (hasControls && text !== '');
        text += piece.value.text;
        bytesRead = piece.value.bytesRead;
      }
      piece = next;
    }
    open = null;
    const records: CsvRecord[] = [];
    if (text.length >= enough || isLast) {
      let at = 0;
      while (at < text.length && open === null) {
        const found = readRecord(text, { from: at, separator, isLast });
        if (!found.isWhole && !isLast && text.length - at <= LONGEST_RECORD) break;
        row += 1;
        if (found.isWhole) records.push({ row, cells: found.cells, strayAt: found.strayAt });
        else open = { row, at: found.cells.length };
        at = found.isWhole ? found.end : endOfLine(text, at);
      }
      text = text.slice(at);
      // A record that is not whole is read again from its start only when twice as much is there, so that long ones cost no more than others.
      enough = open ? 0 : text.length * 2;
    }
    yield { records, open, bytesRead, hasControls };
    if (open && --left < 0) return open;
  }
  return null;
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF) return at + 1;
    if (unit === CR) return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  }
  return text.length;
}

const LF = 0x0a;
const CR = 0x0d;
