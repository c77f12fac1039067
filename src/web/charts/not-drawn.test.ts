import { expect, test } from 'vitest';
import type { FlowHistory } from '../../domain/flow/flow-history.ts';
import { notDrawn, type Around } from './not-drawn.ts';

const day = '2026-11-20' as FlowHistory['day'];
const none = { backlog: 3, ready: 0, 'in-progress': 0, 'in-review': 0, done: 0 };
const EMPTY: FlowHistory = { day, weeks: [], finished: [], percentiles: null, underWay: [], days: [{ day, items: none }], inStates: null, turns: [] };
const NOBODY: Around = { lastDone: null, teams: [], hasFlowTeam: false };
const says = (history: FlowHistory, around: Around) => notDrawn(history, around).map(({ charts, why }) => `${charts}: ${why}`);

test('each chart that is not there says what it waits for', () => {
  expect(says(EMPTY, { ...NOBODY, lastDone: '2024-04-12' as FlowHistory['day'] })).toEqual([
    'Throughput, cycle time, time in state: Nothing was finished in the last 13 weeks; the last was on 12 Apr 2024.',
    'What came and what left: Nothing came or left in the last 12 whole weeks.',
    'Age of work under way: Nothing is under way.',
    'Burndown, velocity, forecasts: Nobody has named the team that works here.',
  ]);
  expect(says(EMPTY, NOBODY)[0]).toBe('Throughput, cycle time, time in state: Nothing was finished yet.');
});

test('what was finished without a known start, or only this week, is said to be so', () => {
  const finished: FlowHistory = { ...EMPTY, days: [{ day, items: { ...none, done: 2 } }] };
  expect(says(finished, { ...NOBODY, lastDone: day }).slice(0, 2)).toEqual([
    'Throughput: Whole weeks are counted; this one is once it is over.',
    'Cycle time, time in state: Of what was finished nobody knows when it was begun.',
  ]);
});

test('a team that has closed no sprint yet has no velocity; a team in flow needs none', () => {
  expect(says(EMPTY, { ...NOBODY, teams: [{ hasClosed: false }] }).at(-1)).toBe('Velocity: No sprint was closed yet.');
  expect(says(EMPTY, { ...NOBODY, teams: [{ hasClosed: true }, { hasClosed: false }] }).at(-1)).toMatch(/^Age/);
  expect(says(EMPTY, { ...NOBODY, hasFlowTeam: true }).at(-1)).toMatch(/^Age/);
});

test('where every chart is drawn nothing is said', () => {
  const full: FlowHistory = {
    day,
    weeks: [{ from: day, items: 1, points: 1 }],
    finished: [{ item: 'a', on: day, days: 1 }],
    percentiles: { p50: 1, p85: 1, p95: 1 },
    underWay: [{ item: 'b', since: day, days: 1, group: 'in-progress' }],
    days: [{ day, items: { ...none, done: 1 } }],
    inStates: { items: 1, states: [] } as unknown as FlowHistory['inStates'],
    turns: [{ from: day, turns: { new: 1, back: 0, done: 0, declined: 0, parked: 0, trashed: 0, triage: 0 }, net: 1 }],
  };
  expect(notDrawn(full, { ...NOBODY, teams: [{ hasClosed: true }] })).toEqual([]);
});
