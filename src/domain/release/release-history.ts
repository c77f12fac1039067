import { z } from 'zod';
import { groupsOfStates } from '../backlog/state.ts';
import type { Collections } from '../collections.ts';
import { sumOf } from '../estimation/sum.ts';
import type { Day } from '../kernel/day.ts';
import { dayOfFact, type Fact } from '../kernel/fact.ts';
import type { HistoryReading } from '../kernel/reading.ts';
import { ref } from '../kernel/ref.ts';
import { inOrder, progressByDay, scopeChanges, type Amount, type DayOfRelease, type ReleaseStart, type ScopeChange } from './progress-by-day.ts';
import { RowTurns, type Turn } from './row-turns.ts';

interface State {
  readonly release: string;
  readonly zone: string;
  readonly startOn: Day | null;
  readonly rows: RowTurns;
  /** When it became active, and when it was shipped or cancelled, as far as it is. */
  began: (ReleaseStart & { readonly seq: number }) | null;
  ended: (ReleaseStart & { readonly seq: number }) | null;
}

/** How a release came to stand where it stands: what its burnup and burndown are drawn from, and how its scope changed. */
export interface ReleaseHistory {
  /** Null: it has not started. */
  readonly startedOn: Day | null;
  /** The day it was shipped or cancelled. What left it then is not in its history. */
  readonly endedOn: Day | null;
  readonly days: readonly DayOfRelease[];
  /** After the start, newest first. */
  readonly changes: readonly ScopeChange[];
  readonly added: Amount;
  readonly removed: Amount;
  /** By how many points what was in it grew, or, below 0, shrank. */
  readonly resized: number;
  /** How many rows of today have no points, done and still open: in points they count as 0 here, while a line counts the open ones by a guess. */
  readonly withoutPoints: { readonly done: number; readonly open: number };
}

export const releaseHistory: HistoryReading<Collections, { release: string }, State, ReleaseHistory> = {
  name: 'releaseHistory',
  does: 'How a release went, day by day: its scope and what was done, in points and in items, and what came in and went out after its start.',
  route: '/releases/{release}/history',
  input: z.strictObject({ release: ref('release') }),
  needs: (_, { release }) => [{ may: 'read', on: { in: 'release', id: release } }],
  follows: [
    ...['type', 'state', 'parent', 'estimate', 'release', 'parkedAt', 'trashedAt'].map((field) => ({ in: 'item', field })),
    { in: 'release', field: 'state' },
  ],
  goesBy: (view, { release }) => {
    const { product, startOn } = view.get('release', release);
    return [view.get('product', product).zone, startOn ?? '', ...Array.from(groupsOfStates(view, product), ([id, group]) => `${id} ${group}`)];
  },
  start: (view, { release }) => {
    const { product, startOn } = view.get('release', release);
    const { zone } = view.get('product', product);
    return { release, zone, startOn, began: null, ended: null, rows: new RowTurns({ release, zone, groups: groupsOfStates(view, product) }) };
  },
  step(state, fact) {
    if (fact.in === 'item') state.rows.take(fact);
    else if (fact.id === state.release) stepRelease(state, fact);
    return state;
  },
  zone: (view, { release }) => view.get('product', view.get('release', release).product).zone,
  answer({ rows, ended, began, startOn }, day) {
    const turns = inOrder(rows.turns).filter(({ seq }) => ended === null || seq < ended.seq);
    const start: ReleaseStart | null = began ?? (startOn !== null && startOn <= day ? { day: startOn, seq: null } : null);
    const changes = start === null ? [] : scopeChanges(turns, start);
    return {
      startedOn: start?.day ?? null,
      endedOn: ended?.day ?? null,
      days: daysOf(turns, { start, end: ended?.day ?? null, day }),
      changes: changes.toReversed(),
      added: amountOf(changes, 'added'),
      removed: amountOf(changes, 'removed'),
      resized: sumOf(changes, (change) => (change.kind === 'resized' ? change.points : 0)),
      withoutPoints: withoutPoints(turns),
    };
  },
};

/** It begins when it becomes active for the first time since it was planned: opened again after shipping, it goes on. */
function stepRelease(state: State, fact: Fact): void {
  const { from, to, seq } = fact;
  const moment = { day: dayOfFact(fact, state.zone), seq };
  if (to === 'active' && from !== 'shipped' && from !== 'cancelled') state.began = moment;
  else if (to === 'planned') state.began = null;
  state.ended = to === 'shipped' || to === 'cancelled' ? moment : null;
}

/** From the start, else from the day the first row came in, until it ended, else until today. */
function daysOf(turns: readonly Turn[], { start, end, day }: { start: ReleaseStart | null; end: Day | null; day: Day }): DayOfRelease[] {
  const first = turns.find(({ isCounted }) => isCounted);
  if (!first) return [];
  const to = end ?? day;
  const from = start?.day ?? first.day;
  return progressByDay(turns, { from: from < to ? from : to, to });
}

function amountOf(changes: readonly ScopeChange[], kind: ScopeChange['kind']): Amount {
  const some = changes.filter((change) => change.kind === kind);
  return { items: some.length, points: sumOf(some, (change) => change.points) };
}

function withoutPoints(turns: readonly Turn[]): ReleaseHistory['withoutPoints'] {
  const now = new Map(turns.map((turn) => [turn.item, turn]));
  const rows = [...now.values()].filter(({ isCounted, points }) => isCounted && points === null);
  const done = rows.filter(({ isDone }) => isDone).length;
  return { done, open: rows.length - done };
}
