import { expect, test } from 'vitest';
import type { News } from './use-daily.ts';
import { sinceLines } from './since-lines.ts';

const today = '2026-03-03';
const move = (item: string, to: string, on = today) => ({ item, from: 'ready', to, on, by: null }) as unknown as News['moved'][number];
const change = (item: string) => ({ item, on: today, by: null }) as unknown as News['added'][number];

test('an item that went through several states stands in one line, with the last of them', () => {
  const news: News = {
    moved: [move('a', 'done'), move('b', 'in-review', '2026-03-02'), move('a', 'in-review'), move('a', 'in-progress')],
    added: [],
    removed: [],
  };
  expect(sinceLines(news, { today, stateName: (state) => state })).toEqual([
    { item: 'a', says: 'done today' },
    { item: 'b', says: 'in-review' },
  ]);
});

test('what came and what went is said in the line of the item', () => {
  const news: News = { moved: [move('a', 'in-progress')], added: [change('a'), change('c')], removed: [change('c')] };
  expect(sinceLines(news, { today, stateName: (state) => state })).toEqual([
    { item: 'a', says: 'in-progress today, added to the sprint' },
    { item: 'c', says: 'added to the sprint, taken out' },
  ]);
});
