import { expect, test } from 'vitest';
import type { ReleaseHistory } from './release-history.ts';
import { scopeGrowth } from './scope-growth.ts';

const history: ReleaseHistory = {
  startedOn: '2026-02-02',
  endedOn: null,
  days: [],
  changes: [],
  added: { items: 5, points: 14 },
  removed: { items: 1, points: 3 },
  resized: -1,
  withoutPoints: { done: 0, open: 0 },
};

test('a release has grown by what came in, less what went out, and by how much the rest grew, a week since its start', () => {
  // Four weeks: 14 less 3 less 1 are 10 points, 5 less 1 are 4 items.
  expect(scopeGrowth(history, 'points', '2026-03-02')).toEqual({ weeks: 4, net: 10, perWeek: 2.5 });
  expect(scopeGrowth(history, 'items', '2026-03-02')).toEqual({ weeks: 4, net: 4, perWeek: 1 });
  expect(scopeGrowth(history, 'points', '2026-03-09')).toEqual({ weeks: 5, net: 10, perWeek: 2 });
});

test('nothing is assumed within three weeks of the start, before and after it, and where it has not grown', () => {
  expect(scopeGrowth(history, 'points', '2026-02-22')).toBeNull();
  expect(scopeGrowth({ ...history, startedOn: null }, 'points', '2026-03-02')).toBeNull();
  expect(scopeGrowth({ ...history, endedOn: '2026-03-01' }, 'points', '2026-03-02')).toBeNull();
  expect(scopeGrowth({ ...history, removed: { items: 5, points: 13 } }, 'points', '2026-03-02')).toBeNull();
});
