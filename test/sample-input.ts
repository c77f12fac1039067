import { z } from 'zod';
import { bare } from '../src/server/edge/query-input.ts';

/** Where a value stands in an input. */
export type Path = readonly (string | number)[];

/** A value that a schema takes, with every field filled and one element in every list; references are what `refTo` says. */
export function sampleOf(schema: z.core.$ZodType, refTo: (collection: string) => string): unknown {
  const inner = bare(schema);
  if (inner instanceof z.ZodObject)
    return Object.fromEntries(Object.entries(inner.shape as Record<string, z.core.$ZodType>).map(([name, field]) => [name, sampleOf(field, refTo)]));
  if (inner instanceof z.ZodArray) return [sampleOf(inner.element, refTo)];
  if (inner instanceof z.ZodRecord) return { one: sampleOf(inner.valueType, refTo) };
  if (inner instanceof z.ZodUnion) return sampleOf(inner.options[0]!, refTo);
  if (inner instanceof z.ZodEnum) return inner.options[0];
  if (inner instanceof z.ZodLiteral) return inner.value;
  if (inner instanceof z.ZodBoolean) return true;
  if (inner instanceof z.ZodPipe) return sampleOf(inner.in, refTo);
  const collection = inner instanceof z.ZodString ? inner.meta()?.['ref'] : undefined;
  if (typeof collection === 'string') return refTo(collection);
  return firstTaken(inner);
}

/** What texts and numbers of all kinds in the product look like; one of them is right. */
const WORDS: readonly unknown[] = [
  'Words',
  'APP',
  '2026-03-13',
  '2026-03-13T09:00:00.000Z',
  'Europe/Berlin',
  'ada@northwind.example',
  'a'.repeat(64),
  'APP-1',
  'words',
  '00000000-0000-7000-8000-0000000000aa',
  1,
  0,
  0.5,
  null,
];

function firstTaken(schema: z.core.$ZodType): unknown {
  const found = WORDS.find((word) => z.safeParse(schema, word).success);
  if (found === undefined) throw new Error(`no sample is taken by ${JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }))}`);
  return found;
}

/** Every place of a sample that holds something by itself, and every place that holds others. */
export function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Object.entries(value).flatMap(([name, part]) => placesIn(part, [...at, Array.isArray(value) ? Number(name) : name]));
  return at.length === 0 ? inner : [at, ...inner];
}

/** The same with another value at one place. */
export function withAt(value: unknown, [first, ...rest]: Path, other: unknown): unknown {
  if (first === undefined) return other;
  if (Array.isArray(value)) return value.map((part, at) => (at === first ? withAt(part, rest, other) : part) as unknown);
  return { ...(value as object), [first]: withAt((value as Record<string, unknown>)[first], rest, other) };
}
