/** A text in one line: runs of spaces and line ends become one space. */
export const oneLine = (text: string): string => (UNEVEN.test(text) ? text.replace(/\s+/g, ' ').trim() : text);

/** Space at an end, two in a row, or any other white space than a plain one. */
const UNEVEN = /^ | $| {2}|[^\S ]/;

/** At most `max` UTF-16 units, never half a character. */
export function clipped(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(max - 1)) ? max - 1 : max;
  return text.slice(0, end);
}

/** Without the apostrophe that guards a cell against being taken for a formula; one only, and only there. */
export const unguarded = (cell: string): string => (cell.charCodeAt(0) === APOSTROPHE && /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell);

const APOSTROPHE = 0x27;
