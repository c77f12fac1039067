import type { Value } from '../kernel/change.ts';
import { PAUSE_AFTER } from '../kernel/pausing.ts';
import { numberAt, widthFor, writeNumbers } from './base91.ts';

/** One field of many records. Every record has it, but in a sparse column. */
export type Column =
  /** The same value everywhere. */
  | { readonly kind: 'one'; readonly value: Value }
  /** Few values: each once, and which of them each record has. */
  | { readonly kind: 'words'; readonly words: readonly Value[]; readonly at: string; readonly width: number }
  | { readonly kind: 'plain'; readonly values: readonly Value[] }
  /** Some records lack it: who has it, by place, and what. */
  | { readonly kind: 'sparse'; readonly at: readonly number[]; readonly values: readonly Value[] };

type Record = { readonly [field: string]: Value };

/** Writes one field of all records in the shortest of the four forms. Pauses now and then, so that a server can do something else. */
export function* encodeColumn(records: readonly Record[], field: string): Generator<void, Column> {
  let missing = 0;
  let others = 0;
  for (let place = 0; place < records.length; place++) {
    if (place % PAUSE_AFTER === 0) yield;
    const value = records[place]![field];
    if (value === undefined) missing++;
    else if (value !== records[0]![field]) others++;
  }
  if (missing > 0) return sparse(records, field);
  if (others === 0 && records.length > 0) return { kind: 'one', value: records[0]![field]! };
  return (yield* encodeWords(records, field)) ?? { kind: 'plain', values: records.map((record) => record[field]!) };
}

function sparse(records: readonly Record[], field: string): Column {
  const at: number[] = [];
  for (const [place, record] of records.entries()) if (record[field] !== undefined) at.push(place);
  return { kind: 'sparse', at, values: at.map((place) => records[place]![field]!) };
}

/** The column as words, or undefined where most values are different. */
function* encodeWords(records: readonly Record[], field: string): Generator<void, Column | undefined> {
  const places = new Map<Value, number>();
  const words: Value[] = [];
  const numbers: number[] = [];
  for (let place = 0; place < records.length; place++) {
    if (place % PAUSE_AFTER === 0) yield;
    const value = records[place]![field]!;
    const key = typeof value === 'object' && value !== null ? `\u0000${JSON.stringify(value)}` : value;
    let number = places.get(key);
    if (number === undefined) {
      number = words.push(value) - 1;
      places.set(key, number);
      if (words.length > 100 && words.length > (place + 1) * MOST_DIFFERENT) return undefined;
    }
    numbers.push(number);
  }
  if (words.length === 1) return { kind: 'one', value: words[0]! };
  const width = widthFor(words.length);
  return { kind: 'words', words, at: yield* writeNumbers(numbers, width), width };
}

/** With a larger part of different values than this, words cost more than they spare. */
const MOST_DIFFERENT = 0.6;

/** Puts a column's values into the records. Equal values of a dictionary are one value in memory. */
export function decodeColumn(column: Column, field: string, records: { [field: string]: Value }[]): void {
  switch (column.kind) {
    case 'one':
      for (const record of records) record[field] = column.value;
      break;
    case 'words':
      decodeWords(column, field, records);
      break;
    case 'plain':
      for (let place = 0; place < records.length; place++) records[place]![field] = column.values[place]!;
      break;
    case 'sparse':
      column.at.forEach((place, n) => (records[place]![field] = column.values[n]!));
      break;
  }
}

function decodeWords({ words, at, width }: Column & { kind: 'words' }, field: string, records: { [field: string]: Value }[]): void {
  for (let place = 0; place < records.length; place++) records[place]![field] = words[numberAt(at, place, width)]!;
}
