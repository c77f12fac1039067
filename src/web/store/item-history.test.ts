import { expect, test } from 'vitest';
import { withNewest, withOlder } from './item-history.ts';
import type { HistoryEntry, HistoryPage } from './server.ts';

const page = (seqs: readonly number[], next: string | null): HistoryPage => ({ data: seqs.map((seq) => ({ seq }) as HistoryEntry), next });
const seqsOf = ({ data }: HistoryPage) => data.map(({ seq }) => seq);

test('an older page goes behind what is known, once', () => {
  const known = page([9, 8], '8');
  const older = { from: '8', page: page([5, 4], '4') };
  const both = withOlder(known, older);
  expect([seqsOf(both), both.next]).toEqual([[9, 8, 5, 4], '4']);
  expect(withOlder(both, older)).toBe(both);
});

test('what is new comes before what was loaded, and nothing of the past is lost', () => {
  const known = page([9, 8, 5, 4], '4');
  const grown = withNewest(known, page([12, 9], '9'));
  expect([seqsOf(grown), grown.next]).toEqual([[12, 9, 8, 5, 4], '4']);
  expect(withNewest(undefined, known)).toBe(known);
  expect(seqsOf(withNewest(page([9], null), page([12, 9], null)))).toEqual([12, 9]);
});

test('when more has happened than a page holds, it begins again with the newest, without a gap', () => {
  const newest = page([30, 29], '29');
  expect(withNewest(page([9, 8], '8'), newest)).toBe(newest);
});
