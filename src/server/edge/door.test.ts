import { expect, test } from 'vitest';
import { z } from 'zod';
import { placeSchema } from '../../domain/backlog/move-items.ts';
import { estimateSchema } from '../../domain/estimation/estimate.ts';
import { atTheDoor } from './door.ts';
import { Problem } from './problem.ts';

const schema = z.strictObject({
  title: z.string().max(5),
  items: z.array(z.strictObject({ n: z.number() })),
  place: placeSchema.optional(),
  estimate: estimateSchema.optional(),
});

function faults(input: unknown): [string, string][] {
  try {
    atTheDoor(schema, input);
  } catch (error) {
    if (error instanceof Problem) return (error.says.errors ?? []).map(({ path, message }) => [path, message]);
    throw error;
  }
  return [];
}
const paths = (input: unknown) => faults(input).map(([path]) => path);

test('what is right comes through as the schema gives it', () => {
  expect(atTheDoor(z.strictObject({ n: z.int().default(3) }), {})).toEqual({ n: 3 });
});

test('everything that is wrong is said at once, with its path', () => {
  expect(paths({ title: 'too long', items: [{ n: 1 }, { n: 'x' }, {}], more: 1 }).toSorted()).toEqual(['items.1.n', 'items.2.n', 'more', 'title']);
});

test('an unknown field is named, also deep inside', () => {
  expect(faults({ title: '', items: [{ n: 1, m: 2 }] })).toEqual([['items.0.m', 'there is no such field']]);
});

test('of several shapes the closest one says what is wrong', () => {
  expect(paths({ title: '', items: [], place: { position: 0 } })).toEqual(['place.position']);
  expect(paths({ title: '', items: [], place: { before: 7 } })).toEqual(['place.before']);
  expect(paths({ title: '', items: [], place: { to: 'top', sideways: 1 } })).toEqual(['place.sideways']);
  expect(paths({ title: '', items: [], estimate: { kind: 'points', value: 1e308 } })).toEqual(['estimate.value']);
});

test('NUL and half characters are refused wherever they stand, also in names of fields', () => {
  expect(paths({ title: 'a\0', items: [] })).toEqual(['title']);
  expect(paths({ title: '\ud800', items: [], place: { after: 'x\udc00' } })).toEqual(['title', 'place.after']);
  expect(paths({ title: 'a', items: [{ n: 1, 'a\0': 1 }] })[0]).toBe('items.0');
});

test('what is nested without end is refused before anything goes through it', () => {
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
  ] as const) {
    const deep = JSON.parse(`${open.repeat(100_000)}1${close.repeat(100_000)}`) as unknown;
    expect(faults({ title: '', items: deep })).toEqual([['', 'is nested more than 32 levels deep']]);
  }
});

test('emoji and text that runs both ways are taken', () => {
  expect(faults({ title: '👩‍🚀', items: [] })).toEqual([]);
  expect(faults({ title: 'א\u202eb', items: [] })).toEqual([]);
});
