import { describe, expect, test } from 'vitest';
import type { SentEntry } from '../../domain/sync/message.ts';
import { logRows, reachOn, unbroken } from './kept-log.ts';

const entry = (seq: number): SentEntry => ({
  seq,
  at: '2026-03-02T09:00:00.000Z',
  actor: null,
  verb: 'updateItems',
  act: null,
  reason: null,
  model: 1,
  changes: [],
});
const seqs = (kept: ReturnType<typeof unbroken>) => [kept.log.map(({ seq }) => seq), kept.seq];

describe('what is kept beside a snapshot', () => {
  test('is shown as far as it follows the snapshot, entries that were not for this reader left out', () => {
    const rows = [...logRows([entry(11), entry(14)], 10), ...logRows([entry(15)], 14)];
    expect(seqs(unbroken(10, rows, undefined))).toEqual([[11, 14, 15], 15]);
    expect(seqs(unbroken(10, rows, { after: 15, seq: 18 }))).toEqual([[11, 14, 15], 18]);
  });

  test('ends at a gap, whatever was kept after it', () => {
    const rows = [...logRows([entry(11)], 10), ...logRows([entry(14)], 13)];
    expect(seqs(unbroken(10, rows, { after: 14, seq: 20 }))).toEqual([[11], 11]);
    expect(seqs(unbroken(10, logRows([entry(14)], 13), undefined))).toEqual([[], 10]);
  });

  test('says nothing of entries that the snapshot holds already', () => {
    expect(seqs(unbroken(14, logRows([entry(11), entry(14), entry(15)], 10), { after: 3, seq: 9 }))).toEqual([[15], 15]);
  });

  test('reaches on from where it reached before, and begins again where something lies between', () => {
    expect(reachOn(undefined, { after: 10, seq: 12 })).toEqual({ after: 10, seq: 12 });
    expect(reachOn({ after: 10, seq: 12 }, { after: 12, seq: 15 })).toEqual({ after: 10, seq: 15 });
    expect(reachOn({ after: 10, seq: 12 }, { after: 13, seq: 15 })).toEqual({ after: 13, seq: 15 });
  });
});
