import { readRows, type ReadFile } from '../../src/io/read-rows.ts';
import { recognise, type Hints, type Recognition } from '../../src/io/recognise.ts';
import type { Mapping } from '../../src/io/mapping.ts';

const encoder = new TextEncoder();

/** The bytes of a table: RFC 4180, commas, CRLF. */
export const fileOf = (...rows: readonly (readonly string[])[]): Uint8Array => bytesOf(csvOf(rows));

export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

export const csvOf = (rows: readonly (readonly string[])[], delimiter = ','): string =>
  rows.map((cells) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter)).join('\r\n');

const quoted = (cell: string, delimiter: string): string =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) || cell === '' ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A file that must be readable. */
export function recognised(bytes: Uint8Array, fileName = 'export.csv', hints: Hints = {}): Recognition {
  const found = recognise(bytes, fileName, hints);
  if (!found.isReadable) throw new Error(found.problems.map(({ message }) => message).join(' '));
  return found;
}

/** Reads a file as proposed, with changes to the proposal. */
export function readAsProposed(bytes: Uint8Array, change: (mapping: Mapping) => Partial<Mapping> = () => ({})): ReadFile {
  const { mapping } = recognised(bytes);
  return readRows(bytes, { ...mapping, ...change(mapping) });
}

/** How many problems of each kind there are. */
export function countsOf(problems: ReadFile['problems']): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
