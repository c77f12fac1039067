import { wideEncoding } from './encoding.ts';

/** The largest file that is read, in bytes, and the most rows. */
export const LARGEST_FILE = 200 * 1024 * 1024;
export const MOST_ROWS = 200_000;

const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'This is an Excel workbook or a zip file. Save the sheet as CSV (UTF-8) and bring that, or unpack the zip first.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'This is an old Excel workbook. Save the sheet as CSV (UTF-8) and bring that.'],
  [[0x89, 0x50, 0x4e, 0x47], 'This is a picture (PNG), not a table.'],
  [[0xff, 0xd8, 0xff], 'This is a picture (JPEG), not a table.'],
  [[0x47, 0x49, 0x46, 0x38], 'This is a picture (GIF), not a table.'],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF, not a table. Export the list as CSV.'],
  [[0x1f, 0x8b], 'This is a compressed file (gzip). Unpack it first.'],
];

/** Why these bytes are no table, by how they begin; null when they may be one. */
export function whyNotTable(bytes: Uint8Array): string | null {
  const signature = SIGNATURES.find(([start]) => start.every((byte, at) => bytes[at] === byte));
  if (signature) return signature[1];
  const units = firstUnits(bytes);
  const controls = units.filter((unit) => unit < 0x09 || (unit > 0x0d && unit < 0x20 && unit !== 0x1b)).length;
  return controls > units.length * 0.1 ? 'This is not a text file. Export the list as CSV.' : null;
}

/** The first units of what may be a text: in UTF-16 two bytes are one, and the NULs of its letters are no control characters. */
function firstUnits(bytes: Uint8Array): readonly number[] {
  const sample = Array.from(bytes.subarray(0, 4096));
  const wide = wideEncoding(bytes);
  if (wide === null) return sample;
  const [low, high] = wide === 'utf-16le' ? [0, 1] : [1, 0];
  return Array.from({ length: sample.length >> 1 }, (_, at) => sample[at * 2 + low]! | (sample[at * 2 + high]! << 8));
}

/** Why this text is no table, by how it begins; null when it may be one. */
export function whyTextIsNoTable(text: string): string | null {
  const start = text.slice(0, 2000).trimStart();
  if (/^(?:\{\s*["}]|\[\s*[{[\]])/.test(start)) return 'This is JSON, not a table. Export the list as CSV.';
  if (/^<(?:!doctype|html|\?xml|table)/i.test(start)) return 'This is a web page or XML, not a table. Export the list as CSV.';
  return null;
}
