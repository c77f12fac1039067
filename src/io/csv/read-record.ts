const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

export interface FoundRecord {
  /** False when the text ends before the record does; then `cells` are those that are whole. */
  readonly isWhole: boolean;
  readonly cells: readonly string[];
  readonly strayAt: number;
  /** Where the next record starts. */
  readonly end: number;
}

interface Place {
  readonly from: number;
  readonly separator: number;
  /** No text follows: its end also ends the record. */
  readonly isLast: boolean;
}

/** Reads one record from a place in a text. A quote inside a cell that does not start with one, and one that neither ends a cell nor is doubled, stay as they are. */
export function readRecord(text: string, { from, separator, isLast }: Place): FoundRecord {
  const cells: string[] = [];
  let strayAt = -1;
  let at = from;
  for (;;) {
    let cell: string;
    if (text.charCodeAt(at) === QUOTE) {
      const end = endOfQuoted(text, { from: at + 1, separator, isLast });
      if (end === null) return { isWhole: false, cells, strayAt, end: at };
      if (end.hasStray && strayAt < 0) strayAt = cells.length;
      const inside = text.slice(at + 1, end.at);
      cell = end.hasDoubled ? inside.replaceAll('""', '"') : inside;
      at = end.at + 1;
    } else {
      const start = at;
      let hasQuote = false;
      for (; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        if (unit === separator || unit === LF || unit === CR) break;
        if (unit === QUOTE) hasQuote = true;
      }
      if (hasQuote && strayAt < 0) strayAt = cells.length;
      cell = text.slice(start, at);
    }
    if (at >= text.length && !isLast) return { isWhole: false, cells, strayAt, end: at };
    const unit = text.charCodeAt(at);
    if (unit === CR && at + 1 >= text.length && !isLast) return { isWhole: false, cells, strayAt, end: at };
    cells.push(cell);
    at += 1;
    if (unit === separator) continue;
    if (unit === CR && text.charCodeAt(at) === LF) at += 1;
    return { isWhole: true, cells, strayAt, end: Math.min(at, text.length) };
  }
}

/** Where a quoted cell's closing quote stands: the first that a separator, a line end or the end of the file follows. Null: not in this text. */
function endOfQuoted(text: string, { from, separator, isLast }: Place): { at: number; hasDoubled: boolean; hasStray: boolean } | null {
  let hasDoubled = false;
  let hasStray = false;
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at)) {
    if (at + 1 >= text.length) return isLast ? { at, hasDoubled, hasStray } : null;
    const next = text.charCodeAt(at + 1);
    if (next === QUOTE) {
      hasDoubled = true;
      at += 2;
    } else if (next === separator || next === LF || next === CR) {
      return { at, hasDoubled, hasStray };
    } else {
      hasStray = true;
      at += 1;
    }
  }
  return null;
}
