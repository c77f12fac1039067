import { describe, expect, test } from 'vitest';
import { placeBeside, placeStepped } from './row-order.ts';
import type { RowPlace } from './use-row-drag.ts';

describe('in a list without groups', () => {
  const ROWS = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  const dropped = (id: string, place: RowPlace) => placeBeside(ROWS, id, place)?.after;
  const stepped = (id: string, by: 1 | -1) => placeStepped(ROWS, id, by)?.after;

  test('a dropped row goes between the two at whose edge it was let go', () => {
    expect(dropped('d', { row: 'b', edge: 'above' })).toBe('a');
    expect(dropped('a', { row: 'c', edge: 'below' })).toBe('c');
    expect(dropped('c', { row: 'a', edge: 'above' })).toBeNull();
  });

  test('a drop that changes nothing is none', () => {
    expect(dropped('b', { row: 'a', edge: 'below' })).toBeUndefined();
    expect(dropped('b', { row: 'c', edge: 'above' })).toBeUndefined();
    expect(dropped('b', { row: 'b', edge: 'below' })).toBeUndefined();
  });

  test('a step passes one neighbour, and ends at the ends', () => {
    expect([stepped('b', -1), stepped('c', -1), stepped('b', 1), stepped('c', 1)]).toEqual([null, 'a', 'c', 'd']);
    expect([stepped('a', -1), stepped('d', 1)]).toEqual([undefined, undefined]);
  });
});

describe('in a list of groups', () => {
  const ROWS = [
    { id: 'docs', group: 'Prepare' },
    { id: 'legal', group: 'Prepare' },
    { id: 'tell', group: 'Launch' },
  ];

  test('a row that is dropped beside another one goes into the group of that one', () => {
    expect(placeBeside(ROWS, 'docs', { row: 'tell', edge: 'below' })).toEqual({ after: 'tell', group: 'Launch' });
    expect(placeBeside(ROWS, 'docs', { row: 'tell', edge: 'above' })).toEqual({ after: 'legal', group: 'Launch' });
    expect(placeBeside(ROWS, 'tell', { row: 'docs', edge: 'above' })).toEqual({ after: null, group: 'Prepare' });
  });

  test('over itself, and beside a neighbour of its group where it stands, a row stays', () => {
    expect(placeBeside(ROWS, 'legal', { row: 'legal', edge: 'above' })).toBeUndefined();
    expect(placeBeside(ROWS, 'legal', { row: 'docs', edge: 'below' })).toBeUndefined();
    // The last of a group and the first of the next one have one place between them in the order, but two groups.
    expect(placeBeside(ROWS, 'legal', { row: 'tell', edge: 'above' })).toEqual({ after: 'docs', group: 'Launch' });
  });

  test('a row moves up and down one place, from one group into the other, and no further than the ends', () => {
    expect(placeStepped(ROWS, 'docs', 1)).toEqual({ after: 'legal', group: 'Prepare' });
    expect(placeStepped(ROWS, 'legal', 1)).toEqual({ after: 'docs', group: 'Launch' });
    expect(placeStepped(ROWS, 'tell', -1)).toEqual({ after: 'legal', group: 'Prepare' });
    expect(placeStepped(ROWS, 'docs', -1)).toBeUndefined();
    expect(placeStepped(ROWS, 'tell', 1)).toBeUndefined();
  });
});
