import { expect, test } from 'vitest';
import { z } from 'zod';
import { createItems } from '../../domain/backlog/create-items.ts';
import { moveItems } from '../../domain/backlog/move-items.ts';
import { fromTexts } from './query-input.ts';

const schema = z.strictObject({
  limit: z.int().max(500).default(100),
  open: z.boolean().optional(),
  from: z.string().nullable().default(null),
  states: z.array(z.string()).default([]),
  kind: z.enum(['a', 'b']).optional(),
});

test('numbers, yes or no, and lists are read as the schema means them', () => {
  expect(fromTexts(schema, { limit: '20', open: 'false', from: '12', states: 'x,y', kind: 'a' })).toEqual({
    limit: 20,
    open: false,
    from: '12',
    states: ['x', 'y'],
    kind: 'a',
  });
  expect(fromTexts(schema, { states: ['x', 'y'] })).toEqual({ states: ['x', 'y'] });
});

test('what is no number stays text, so that the schema refuses it by name', () => {
  for (const limit of ['NaN', '1e308', 'Infinity', '', '0x10', ' 1']) expect(fromTexts(schema, { limit })).toEqual({ limit });
});

test('an unknown name is kept for the schema to refuse', () => {
  expect(fromTexts(schema, { what: '1' })).toEqual({ what: '1' });
  expect(fromTexts(schema, { constructor: 'null', toString: '[1]' } as never)).toEqual({ constructor: 'null', toString: '[1]' });
});

test('parts with parts of their own are given as JSON', () => {
  expect(fromTexts(moveItems.input, { product: 'APP', items: 'APP-1,APP-2', place: '{"to":"top"}' })).toEqual({
    product: 'APP',
    items: ['APP-1', 'APP-2'],
    place: { to: 'top' },
  });
  expect(fromTexts(createItems.input, { product: 'APP', items: '[{"title":"a, b"}]' })).toEqual({ product: 'APP', items: [{ title: 'a, b' }] });
  expect(fromTexts(moveItems.input, { place: '{"to"' })).toEqual({ place: '{"to"' });
});
