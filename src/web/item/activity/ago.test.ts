import { expect, test } from 'vitest';
import { ago, exactDay } from './ago.ts';
import { happenedOn } from './happened-on.ts';

test('a moment is said relative under a week, and as its day before that', () => {
  const now = '2026-03-12T12:00:00.000Z';
  const said = [
    '2026-03-12T11:59:30.000Z',
    '2026-03-12T11:15:00.000Z',
    '2026-03-12T08:30:00.000Z',
    '2026-03-10T11:00:00.000Z',
    '2026-03-02T11:00:00.000Z',
    '2025-12-24T11:00:00.000Z',
  ].map((at) => ago(at, now));
  expect(said).toEqual(['now', '45 min', '3 h', '2 d', '2 Mar', '24 Dec 2025']);
});

test('a clock that is ahead is no future', () => {
  expect(ago('2026-03-12T12:00:09.000Z', '2026-03-12T12:00:00.000Z')).toBe('now');
});

test('what was done before it came here stands on its day, and an import on its own', () => {
  const changes = [{ op: 'update', in: 'item', id: 'a', from: {}, to: { title: 'b' }, happenedOn: '2026-03-02' }] as const;
  expect(happenedOn({ verb: 'setState', changes })).toBe('2026-03-02');
  expect(happenedOn({ verb: 'importRows', changes })).toBeNull();
  expect(happenedOn({ verb: 'setState', changes: [] })).toBeNull();
  expect(exactDay('2026-03-02')).toBe('Monday, 2 March 2026');
});
