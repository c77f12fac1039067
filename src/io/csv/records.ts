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

/** Reads records from pieces of text (RFC 4180; line ends LF, CRLF or CR). Returns the quote that was never closed, if there is one. */
export function* readRecords(pieces: Iterable<TextPiece>, delimiter: string): Generator<RecordBatch, OpenQuote | null> {
  let text = '';
  let row = 0;
  let enough = 0;
  let bytesRead = 0;
  let hasControls = false;
  const separator = delimiter.charCodeAt(0);
  const source = pieces[Symbol.iterator]();
  for (let piece = source.next(), isLast = false; !isLast;) {
    const next = piece.done ? piece : source.next();
    isLast = next.done === true;
    if (!piece.done) {
      hasControls = piece.value.hasControls || (hasControls && text !== '');
      text += piece.value.text;
      bytesRead = piece.value.bytesRead;
    }
    piece = next;
    const records: CsvRecord[] = [];
    if (text.length < enough && !isLast) {
      yield { records, bytesRead, hasControls };
      continue;
    }
    let at = 0;
    let open: OpenQuote | null = null;
    while (at < text.length) {
      const found = readRecord(text, { from: at, separator, isLast });
      if (!found.isWhole) {
        if (isLast || text.length - at > LONGEST_RECORD) open = { row: row + 1, at: found.cells.length };
        break;
      }
      row += 1;
      records.push({ row, cells: found.cells, strayAt: found.strayAt });
      at = found.end;
    }
    text = text.slice(at);
    // A record that is not whole is read again from its start only when twice as much is there, so that long ones cost no more than others.
    enough = text.length * 2;
    yield { records, bytesRead, hasControls };
    if (open) return open;
  }
  return null;
}
