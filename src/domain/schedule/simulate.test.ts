import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toEnd } from '../kernel/pausing.ts';
import { chanceOf } from '../forecast/delivered.ts';
import { totalsWithin } from '../forecast/totals.ts';
import { alone } from './alone.ts';
import { feasibleRows } from './feasible.ts';
import { simulate } from './simulate.ts';
import { together } from './together.ts';
import type { Lane, WorkPlan, WorkRow } from './work-plan.ts';

const HISTORY = [4, 6, 5, 7, 3, 6, 5, 8];

type Given = Partial<Omit<WorkRow, 'waitsFor'>> & { readonly waitsFor?: readonly string[] | null };

/** A plan of named rows; a team is its pace per ten days, or its history. */
function plan(
  teams: readonly (number | readonly number[] | null)[],
  rows: Readonly<Record<string, Given>>,
  groups: readonly (readonly string[])[] = [],
): WorkPlan {
  const names = Object.keys(rows);
  return {
    product: 'product',
    today: '2026-03-02',
    lanes: teams.map((past, at): Lane => {
      const outlook = Array.isArray(past) ? { past: past as number[], ahead: [1], isCounted: false } : null;
      return {
        team: `team ${at}`,
        keptFor: null,
        percent: 100,
        weeks: outlook ? outlook.past.length : 0,
        outlook,
        pace: typeof past === 'number' ? past : null,
        ahead: [1],
        slots: 1,
      };
    }),
    rows: names.map((id) => {
      const { waitsFor = [], ...given } = rows[id]!;
      return { id, lane: 0, size: 1, isUnderWay: false, from: 1, due: null, ...given, waitsFor: waitsFor && waitsFor.map((name) => names.indexOf(name)) };
    }),
    byRank: names.map((_, place) => place),
    groups: groups.map((members, at) => ({ id: `group ${at}`, rows: members.map((name) => names.indexOf(name)), due: null })),
  };
}

/** The working days on which each row is finished with 50, 85 and 95 %. */
function finish(of: WorkPlan): Record<string, unknown> {
  const { rows } = toEnd(simulate(of));
  return Object.fromEntries(
    of.rows.map(({ id }, place) => [id, rows[place] && (new Set(rows[place].finish).size === 1 ? rows[place].finish[0] : rows[place].finish)]),
  );
}

describe('when rows are finished', () => {
  test('teams go on with what they can do while the first waits for another team, which is there the next day', () => {
    // Web does a until day 3, then c on day 4, because b waits until Mobile has done m on day 4; then b on days 5 and 6.
    const of = plan([10, 10], { a: { size: 3 }, b: { size: 2, waitsFor: ['m'] }, c: { size: 1 }, m: { size: 4, lane: 1 } });
    expect(finish(of)).toEqual({ a: 3, b: 6, c: 4, m: 4 });
  });

  test('what a team could have done while all its rows waited is lost', () => {
    expect(finish(plan([10, 10], { b: { size: 2, waitsFor: ['m'] }, m: { size: 4, lane: 1 } }))).toEqual({ b: 6, m: 4 });
    expect(finish(plan([10], { a: { from: 6, size: 2 }, b: { size: 3 } }))).toEqual({ a: 7, b: 3 });
  });

  test('at a pace capacity comes in whole amounts, as on a line', () => {
    // Three in ten days are 0.9 on the third and 1.2 on the fourth day; 2.3 come to 23 on the hundredth day and not a day later.
    expect(finish(plan([3], { a: {}, b: {} }))).toEqual({ a: 4, b: 7 });
    expect(finish(plan([2.3], { a: { size: 23 } }))).toEqual({ a: 100 });
  });

  test('nobody can say of a row without a team, of a team without history and pace, of what is held or waits in a circle, and of what follows', () => {
    const of = plan([10, null], {
      noTeam: { lane: -1 },
      unknown: { lane: 1 },
      held: { waitsFor: null },
      after: { waitsFor: ['held'] },
      one: { waitsFor: ['two'] },
      two: { waitsFor: ['one'] },
      free: {},
    });
    expect(finish(of)).toEqual({ noTeam: null, unknown: null, held: null, after: null, one: null, two: null, free: 1 });
  });

  test('what takes more than three years has no day', () => {
    expect(finish(plan([1], { a: { size: 78 }, b: {} }))).toEqual({ a: 780, b: null });
  });
});

describe('when rows are begun', () => {
  const starts = (of: WorkPlan, slots: number) => toEnd(simulate({ ...of, lanes: of.lanes.map((lane) => ({ ...lane, slots })) })).rows.map((row) => row!.start);

  test('is when there is room for one more under way: what is under way takes a place, also where it is ranked lower', () => {
    // At one a day each is finished on its own day: two of four may be under way at once.
    const four = plan([10], { a: {}, b: {}, c: {}, d: {} });
    expect([starts(four, 1), starts(four, 2), starts(four, 9)]).toEqual([
      [1, 1, 2, 3],
      [1, 1, 1, 2],
      [1, 1, 1, 1],
    ]);
    const oneBegun = plan([10], { a: {}, b: {}, c: {}, d: { isUnderWay: true } });
    expect(starts(oneBegun, 2)).toEqual([1, 1, 2, 0]);
  });

  test('is never before what a row waits for is finished', () => {
    expect(starts(plan([10, 10], { b: { waitsFor: ['m'] }, m: { size: 4, lane: 1 } }), 9)).toEqual([5, 1]);
  });
});

describe('several rows', () => {
  test('a group is finished with its last row, and everything down to a row with the last of them', () => {
    const of = plan([10, 5], { a: { size: 3 }, m: { size: 1, lane: 1 }, b: { size: 2, waitsFor: ['n'] }, c: {}, n: { size: 2, lane: 1 } }, [
      ['a', 'm'],
      ['b', 'c'],
      [],
    ]);
    const { groups, upTo } = toEnd(simulate(of));
    // Web: a on 3, c on 4, and b, which waits until Mobile has done m on 2 and n on 6, on 8.
    expect(groups.map((group) => group && group.finish[0])).toEqual([3, 8, null]);
    expect(upTo.map((days) => days?.[0])).toEqual([3, 3, 8, 8, 8]);
  });

  test('of a group with a row of which nobody can say, nobody can say; down the list it is left out', () => {
    const of = plan([10], { held: { waitsFor: null }, a: {}, also: { waitsFor: null } }, [['held', 'a'], ['a']]);
    const { groups, upTo } = toEnd(simulate(of));
    expect(groups).toEqual([null, { start: 1, finish: [1, 1, 1], chance: null }]);
    expect(upTo).toEqual([null, [1, 1, 1], [1, 1, 1]]);
  });

  test('teams that have nothing to do with each other are independent', () => {
    const alike = plan([HISTORY, HISTORY], { a: { size: 10, due: 10 }, b: { size: 10, lane: 1, due: 10 } }, [['a', 'b']]);
    const totals = totalsWithin({ past: HISTORY, ahead: [1], isCounted: false }, 10);
    const { rows, groups } = toEnd(simulate(alike));
    expect(rows.map((row) => row!.chance)).toEqual([chanceOf(10, totals), chanceOf(10, totals)]);
    const both = (day: number) => chanceOf(10, totalsWithin({ past: HISTORY, ahead: [1], isCounted: false }, day)) ** 2;
    const day = groups[0]!.finish[1]!;
    expect([both(day) >= 0.85, both(day - 1) >= 0.85]).toEqual([true, false]);
  });
});

const someRows = (teams: number) =>
  fc
    .array(
      fc.record({
        lane: fc.nat(teams - 1),
        size: fc.constantFrom(0, 0.5, 1, 2, 3, 5),
        waits: fc.array(fc.nat(30), { maxLength: 2 }),
        isUnderWay: fc.boolean(),
        from: fc.constantFrom(1, 1, 1, 4, 9),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((rows) => rows.map(({ waits, ...row }) => ({ ...row, waitsFor: waits.map((n) => n % rows.length) })));

const planOf = (teams: readonly (number | readonly number[])[], rows: readonly (Omit<WorkRow, 'id' | 'due'> & object)[]): WorkPlan => ({
  ...plan(teams, {}),
  rows: rows.map((row, at) => ({ id: `row ${at}`, due: null, ...row })),
  byRank: rows.map((_, at) => (at * 5) % rows.length).every((place, _, all) => all.filter((one) => one === place).length === 1)
    ? rows.map((_, at) => (at * 5) % rows.length)
    : rows.map((_, at) => at),
  groups: [{ id: 'odd', rows: rows.flatMap((_, at) => (at % 2 === 1 ? [at] : [])), due: null }],
});

test('a team alone is told the same as when every trial is gone through day by day', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(someRows(1), fc.integer({ min: 1, max: 4 }), (given, slots) => {
      const base = planOf(
        [HISTORY],
        given.map((row) => ({ ...row, from: 1 })),
      );
      const of = { ...base, lanes: base.lanes.map((lane) => ({ ...lane, slots })) };
      const feasible = feasibleRows(of);
      const places = [...of.rows.keys()].filter((place) => feasible[place]);
      if (places.length === 0) return;
      const [one, other] = [toEnd(alone(of, places)), toEnd(together(of, { lanes: [0], places }))];
      expect(other.rows).toEqual(one.rows);
      for (const [at] of one.rows.entries()) {
        for (const day of [1, 5, 12]) {
          expect(other.finishing.chance(other.row[at]!, day)).toBe(one.finishing.chance(one.row[at]!, day));
          expect(other.finishing.chance(other.upTo[at]!, day)).toBe(one.finishing.chance(one.upTo[at]!, day));
        }
      }
      expect(other.starts).toEqual(one.starts);
    }),
    { numRuns: 15 },
  );
});

test('teams at a pace are told what a plain count of days gives', () => {
  fc.assert(
    fc.property(someRows(3), (rows) => {
      const of = planOf([10, 5, 20], rows);
      const { rows: told, groups } = toEnd(simulate(of));
      const plain = plainDays(of);
      expect(told.map((row) => row?.finish[0] ?? null)).toEqual(plain);
      const odd = of.groups[0]!.rows.map((place) => plain[place] ?? null);
      expect(groups[0]?.finish[0] ?? null).toBe(odd.length === 0 || odd.some((day) => day === null) ? null : Math.max(...odd.map(Number)));
    }),
    { numRuns: 300 },
  );
});

/** The same rules, said day by day without anything that makes them fast. */
function plainDays({ lanes, rows }: WorkPlan): (number | null)[] {
  const done = new Map<number, number>();
  const work = lanes.map(() => ({ row: null as number | null, used: 0, base: 0 }));
  for (let day = 1; day <= 780; day++) {
    for (const [at, lane] of work.entries()) {
      const delivered = Number(((lanes[at]!.pace! * day) / 10).toFixed(6));
      for (;;) {
        if (lane.row === null) {
          const mayBegin = (place: number) =>
            rows[place]!.lane === at &&
            !done.has(place) &&
            rows[place]!.from <= day &&
            rows[place]!.waitsFor!.every((blocker) => done.has(blocker) && (rows[blocker]!.lane === at || done.get(blocker)! < day));
          const next = [...rows.keys()].find(mayBegin);
          if (next === undefined) {
            Object.assign(lane, { base: delivered, used: 0 });
            break;
          }
          lane.row = next;
        }
        const needs = lane.used + rows[lane.row]!.size;
        if (delivered < Math.ceil(needs) + lane.base - 1e-6) break;
        done.set(lane.row, day);
        lane.used = needs;
        lane.row = null;
      }
    }
  }
  return [...rows.keys()].map((place) => done.get(place) ?? null);
}
