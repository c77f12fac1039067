import { expect, test } from 'vitest';
import { placeAfter, stepped } from './criterion-order.ts';

const ids = ['a', 'b', 'c', 'd'];

test('a dropped criterion goes between the two at whose edge it was let go', () => {
  expect(placeAfter(ids, 'd', { row: 'b', edge: 'above' })).toBe('a');
  expect(placeAfter(ids, 'a', { row: 'c', edge: 'below' })).toBe('c');
  expect(placeAfter(ids, 'c', { row: 'a', edge: 'above' })).toBeNull();
});

test('a drop that changes nothing is none', () => {
  expect(placeAfter(ids, 'b', { row: 'a', edge: 'below' })).toBeUndefined();
  expect(placeAfter(ids, 'b', { row: 'c', edge: 'above' })).toBeUndefined();
  expect(placeAfter(ids, 'b', { row: 'b', edge: 'below' })).toBeUndefined();
});

test('a step passes one neighbour, and ends at the ends', () => {
  expect([stepped(ids, 'b', -1), stepped(ids, 'c', -1), stepped(ids, 'b', 1), stepped(ids, 'c', 1)]).toEqual([null, 'a', 'c', 'd']);
  expect([stepped(ids, 'a', -1), stepped(ids, 'd', 1)]).toEqual([undefined, undefined]);
});
