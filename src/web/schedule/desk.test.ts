import { expect, test } from 'vitest';
import { Schedule } from '../../domain/schedule/schedule.ts';
import type { Simulated } from '../../domain/schedule/simulate.ts';
import type { WorkPlan } from '../../domain/schedule/work-plan.ts';
import { Desk } from './desk.ts';

const plan = (id: string): WorkPlan => ({
  product: id,
  today: '2026-03-02',
  lanes: [],
  rows: [],
  byRank: [],
  groups: [],
});
const NOTHING: Simulated = { rows: [], upTo: [], groups: [] };

/** A desk whose workspace, quiet moments and worker are in the test's hands. */
function desk() {
  let now = plan('first');
  let touched = () => {};
  let quiet: (() => void) | null = null;
  const asked: { plan: WorkPlan; answer: (simulated: Simulated) => void; fail: (error: Error) => void }[] = [];
  const faults: unknown[] = [];
  let draws = 0;
  const it = new Desk<WorkPlan, Schedule>(
    { get: () => now, subscribe: (told) => ((touched = told), () => {}) },
    {
      worked: (wanted) =>
        new Promise((answer, fail) => void asked.push({ plan: wanted, answer: (simulated) => answer(new Schedule(wanted, simulated)), fail })),
      later: (act) => ((quiet = act), () => (quiet = null)),
      report: (error) => faults.push(error),
    },
  );
  return {
    it,
    asked,
    faults,
    draws: () => draws,
    watch: () => it.subscribe(() => draws++),
    change: (id: string) => ((now = plan(id)), touched()),
    touch: () => touched(),
    settle: async () => {
      quiet?.();
      await new Promise((done) => setTimeout(done));
    },
    shown: () => [it.shown().answer?.plan.product ?? null, it.shown().isOld],
  };
}

test('nothing is worked out while nobody watches, nor before all is quiet', async () => {
  const { asked, watch, settle, change } = desk();
  await settle();
  expect(asked).toHaveLength(0);
  watch();
  change('second');
  expect(asked).toHaveLength(0);
  await settle();
  expect(asked.map(({ plan: { product } }) => product)).toEqual(['second']);
});

test('the old schedule stays, and is said to be old, until the new one is there', async () => {
  const { asked, watch, settle, change, shown } = desk();
  watch();
  await settle();
  expect(shown()).toEqual([null, true]);
  asked[0]!.answer(NOTHING);
  await settle();
  expect(shown()).toEqual(['first', false]);
  change('second');
  expect(shown()).toEqual(['first', false]);
  await settle();
  expect(shown()).toEqual(['first', true]);
  asked[1]!.answer(NOTHING);
  await settle();
  expect(shown()).toEqual(['second', false]);
});

test('what changes while one is being worked out is worked out after it, once', async () => {
  const { asked, watch, settle, change, shown } = desk();
  watch();
  await settle();
  change('second');
  await settle();
  change('third');
  await settle();
  expect(asked).toHaveLength(1);
  asked[0]!.answer(NOTHING);
  await settle();
  await settle();
  expect(asked.map(({ plan: { product } }) => product)).toEqual(['first', 'third']);
  asked[1]!.answer(NOTHING);
  await settle();
  expect(shown()).toEqual(['third', false]);
});

test('a touch that changes nothing of the plan draws nothing anew', async () => {
  const { asked, watch, settle, touch, draws } = desk();
  watch();
  await settle();
  asked[0]!.answer(NOTHING);
  await settle();
  const before = draws();
  touch();
  await settle();
  expect([asked.length, draws()]).toEqual([1, before]);
});

test('a worker that fails is told of, and the next touch tries again', async () => {
  const { asked, faults, watch, settle, touch, shown } = desk();
  watch();
  await settle();
  asked[0]!.fail(new Error('gone'));
  await settle();
  expect([faults.length, shown()]).toEqual([1, [null, true]]);
  touch();
  await settle();
  asked[1]!.answer(NOTHING);
  await settle();
  expect(shown()).toEqual(['first', false]);
});
