import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { APP, fixedId, stateId } from '../../../test/builders/cast.ts';
import { editAny, makeAny } from '../../../test/builders/edit.ts';
import { Planned, planned } from '../../../test/builders/planned.ts';
import type { Item } from '../backlog/item.ts';
import { setShare } from '../capacity/set-share.ts';
import { createItems } from '../backlog/create-items.ts';
import { setTeamEstimate } from '../backlog/set-team-estimate.ts';
import { SPRINT_WITHOUT_TEAM } from '../sprint/sprint.ts';
import { rankedRows } from '../backlog/open.ts';
import type { Collections } from '../collections.ts';
import type { Change, Entity, Fields } from '../kernel/change.ts';
import type { Day } from '../kernel/day.ts';
import type { IndexOf } from '../kernel/record-index.ts';
import type { Group } from '../kernel/sorted-group.ts';
import { Tracked } from '../kernel/track.ts';
import { emptyWorkspace } from '../model.ts';
import { teamOf } from '../backlog/team-of.ts';
import { chanceOfRelease, shownChances } from './chances.ts';
import { cutLines } from './cut-line.ts';
import { partOnLine, type Line, type TeamOnLine } from './line.ts';
import { markOf } from './mark.ts';

const row = fc.record({
  points: fc.option(fc.integer({ min: 0, max: 8 }), { freq: 4 }),
  team: fc.option(fc.nat(1), { freq: 2 }),
  release: fc.option(fc.nat(3), { freq: 2 }),
  type: fc.constantFrom('story' as const, 'story' as const, 'chore' as const),
  isInSprint: fc.boolean(),
  /** Points of the team that is not its own. */
  other: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 2, nil: null }),
});
const plan = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 40 }),
  paces: fc.array(fc.option(fc.integer({ min: 0, max: 30 }), { freq: 8 }), { minLength: 2, maxLength: 2 }),
  days: fc.array(fc.option(fc.integer({ min: 2, max: 28 }), { freq: 5 }), { minLength: 4, maxLength: 4 }),
  blocks: fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 15 }),
  /** What the first team keeps, in per cent: for unplanned work and for technical debt. */
  kept: fc.tuple(fc.constantFrom(0, 0, 10), fc.constantFrom(0, 20)),
});
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

const SPRINT = fixedId(0x5001);

/** A world of two teams, one of them in a sprint, and four releases, some without a date. */
function worldOf({ rows, paces, days, blocks, kept }: Plan): Planned {
  const world = new Planned();
  const teams = paces.map((pace, at) => world.team(`Team ${at}`, pace));
  const releases = days.map((day, at) => world.release(`R${at}`, day === null ? null : (`2026-03-${String(day).padStart(2, '0')}` as Day)));
  world.run(createItems, {
    product: APP,
    items: rows.map(({ points, team, type }, at) => ({
      title: `r${at}`,
      type,
      team: team === null ? null : teams[team]!,
      estimate: points === null ? null : { kind: 'points' as const, value: points },
    })),
  });
  for (const [at, category] of [null, 'technical-debt' as const].entries())
    if (kept[at]! > 0) world.run(setShare, { team: teams[0]!, category, percent: kept[at]! });
  world.run(makeAny, { in: 'sprint', record: { id: SPRINT, ...SPRINT_WITHOUT_TEAM, product: APP, team: teams[0], name: '1', state: 'active' } });
  rows.forEach(({ isInSprint, other, team }, at) => {
    if (isInSprint && at % 4 === 0) world.run(editAny, { in: 'item', id: world.id(`r${at}`), values: { sprint: SPRINT } });
    if (other !== null) world.run(setTeamEstimate, { item: world.id(`r${at}`), team: teams[(team ?? 0) === 0 ? 1 : 0]!, points: other });
  });
  rows.forEach(({ release }, at) => release !== null && world.put(releases[release]!, `r${at}`));
  const links = new Set(blocks.filter(([a, b]) => a < rows.length && b < rows.length && a !== b).map(([a, b]) => `${a} ${b}`));
  for (const link of links) {
    const [a, b] = link.split(' ');
    world.blocks(`r${a}`, `r${b}`);
  }
  return world;
}

/** Whether a row draws on a part of a team's capacity: it is its own team's or has an estimate for it. */
function isNeeding(world: Planned, row: Item, { line, part, firstTeam }: { line: Line; part: TeamOnLine; firstTeam: string | null }): boolean {
  const own = teamOf(world.workspace, row, firstTeam);
  const needs = own === part.team || [...world.workspace.all('teamEstimate')].some(({ item, team }) => item === row.id && team === part.team);
  return needs && partOnLine(line.teams, part.team, row) === part;
}

const check = (say: (world: Planned) => void) =>
  fc.assert(
    fc.property(plan, (given) => say(worldOf(given))),
    { numRuns: 150 },
  );

describe('whatever the plan', () => {
  test('no team is used beyond its capacity', () => {
    check((world) => {
      for (const { teams } of world.lines().lines) for (const { used, capacity } of teams) expect(used).toBeLessThanOrEqual(capacity);
    });
  });

  test('no row is taken before an open blocker, and none twice', () => {
    check((world) => {
      const { lines, takenBy } = world.lines();
      const order = lines.flatMap(({ taken }) => taken);
      expect(new Set(order).size).toBe(order.length);
      for (const { from, to } of world.workspace.all('link')) {
        if (takenBy[to] === undefined) continue;
        expect(takenBy[from]).toBeDefined();
        expect(order.indexOf(from)).toBeLessThan(order.indexOf(to));
      }
    });
  });

  test('a row in another release is never taken', () => {
    check((world) => {
      for (const { release, taken } of world.lines().lines) for (const id of taken) expect([null, release]).toContain(world.workspace.get('item', id).release);
    });
  });

  test('what a team delivers on a line, or of a part that it keeps, is the first of its candidates, held ones and what is in its sprint aside', () => {
    check((world) => {
      const { lines, takenBy, first, firstTeam } = world.lines();
      lines.forEach((line, at) => {
        for (const part of line.teams) {
          const { stoppedBy } = part;
          if (stoppedBy === null) continue;
          const rows = [...world.workspace.list(rankedRows, APP)];
          const stopped = rows.findIndex(({ id }) => id === stoppedBy);
          const drawsOnIt = (one: Item) => first[one.id] === undefined && isNeeding(world, one, { line, part, firstTeam });
          expect(rows.slice(stopped).some((one) => takenBy[one.id] === at && drawsOnIt(one))).toBe(false);
        }
      });
    });
  });

  test('every row has a mark that its release and its line explain, and a coral one a reason', () => {
    check((world) => {
      const lines = world.lines();
      for (const item of world.workspace.list(rankedRows, APP)) {
        const { mark, reason } = markOf(world.workspace, lines, item);
        const isTaken = lines.takenBy[item.id] !== undefined;
        expect(mark).toBe(item.release === null ? (isTaken ? 'hollow' : 'none') : isTaken ? 'filled' : 'coral');
        if (mark === 'coral') expect(reason).not.toBeNull();
        if (isTaken) expect([undefined, 'in-sprint']).toContain(reason?.code);
      }
    });
  });

  test('Fill and Take out at the first line bring rank and release together there, and move no row of that line', () => {
    check((world) => {
      const titles = (ids: readonly string[]) => ids.map((id) => world.workspace.get('item', id).title);
      const before = world.lines().lines[0];
      if (!before) return;
      if (before.fill.length > 0) world.put(before.release, ...titles(before.fill));
      expect(world.lines().lines[0]).toEqual({ ...before, fill: [] });
      if (before.takeOut.length > 0) world.put(null, ...titles(before.takeOut));
      expect(world.lines().lines[0]).toEqual({ ...before, fill: [], takeOut: [] });
    });
  });

  test('a guest sees the same lines', () => {
    check((world) => {
      expect(world.lines(world.view('gus'))).toEqual(world.lines());
    });
  });

  test('a filter, which only hides rows, has no say: the same rows give the same lines in a workspace that was loaded anew', () => {
    check((world) => {
      const again = emptyWorkspace();
      again.load({
        product: world.workspace.all('product'),
        state: world.workspace.all('state'),
        team: world.workspace.all('team'),
        share: world.workspace.all('share'),
        sprint: world.workspace.all('sprint'),
        teamEstimate: world.workspace.all('teamEstimate'),
        release: world.workspace.all('release'),
        item: world.workspace.all('item'),
        link: world.workspace.all('link'),
      });
      expect(world.lines(again)).toEqual(world.lines());
    });
  });
});

test('with one team and nothing planned or blocked, more capacity never loses a row', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 30 }), fc.nat(40), fc.nat(20), (points, pace, more) => {
      const rows = Object.fromEntries(points.map((value, at) => [`r${at}`, value]));
      const taken = (rate: number) => {
        const world = planned(rows, rate);
        world.release('2.4', '2026-03-13');
        world.release('2.5', '2026-03-27');
        return world.lines().takenBy;
      };
      for (const id of Object.keys(taken(pace))) expect(Object.keys(taken(pace + more))).toContain(id);
    }),
    { numRuns: 100 },
  );
});

test('lines that are recomputed only when something they looked at was touched equal those recomputed after every change', () => {
  const change = fc.record({
    row: fc.nat(39),
    kind: fc.constantFrom('rank', 'estimate', 'state', 'release', 'parked', 'pace', 'date', 'team', 'category', 'share', 'sprint', 'other'),
    value: fc.nat(30),
  });
  fc.assert(
    fc.property(plan, fc.array(change, { maxLength: 12 }), (given, changes) => {
      const world = worldOf(given);
      let tracked = new Tracked<Collections>(world.workspace);
      let lines = cutLines(tracked, APP, { now: world.now });
      changes.forEach((one, at) => {
        const touched: string[] = [];
        const made = changeOf(world, one, at);
        if (made) world.workspace.apply([made], { seq: 10_000 + at, at: world.now }, (key) => touched.push(key));
        if (tracked.isTouchedBy(touched)) {
          tracked = new Tracked<Collections>(world.workspace);
          lines = cutLines(tracked, APP, { now: world.now });
        }
        expect(lines).toEqual(world.lines());
      });
    }),
    { numRuns: 80 },
  );
});

function changeOf(world: Planned, { row: n, kind, value }: { row: number; kind: string; value: number }, at: number): Change | null {
  const item = [...world.workspace.list(rankedRows, APP)].at(n);
  const releases = [...world.workspace.all('release')];
  const teams = [...world.workspace.all('team')];
  const update = (collection: string, record: { id: string } | undefined, to: Fields): Change | null => {
    if (!record) return null;
    const from = Object.fromEntries(Object.keys(to).map((name) => [name, (record as unknown as Fields)[name]!]));
    return { op: 'update', in: collection, id: record.id, from, to };
  };
  if (kind === 'rank') return update('item', item, { rank: `${'a'.repeat(1 + (value % 2))}${value}x${at}` });
  if (kind === 'estimate') return update('item', item, { estimate: value % 4 === 0 ? null : { kind: 'points', value } });
  if (kind === 'state') return update('item', item, { state: stateId(APP, value % 6) });
  if (kind === 'release') return update('item', item, { release: releases[value % 5]?.id ?? null });
  if (kind === 'parked') return update('item', item, { parkedAt: world.now });
  if (kind === 'team') return update('item', item, { team: teams[value % 3]?.id ?? null });
  if (kind === 'category') return update('item', item, { category: value % 2 === 0 ? 'technical-debt' : null });
  if (kind === 'share') return update('share', Array.from(world.workspace.all('share')).at(value % 2), { percent: value });
  if (kind === 'sprint')
    return value % 3 === 0
      ? update('sprint', world.workspace.get('sprint', SPRINT), { state: value % 2 === 0 ? 'active' : 'closed' })
      : update('item', item, { sprint: value % 2 === 0 ? SPRINT : null });
  if (kind === 'other') return update('teamEstimate', Array.from(world.workspace.all('teamEstimate')).at(value % 5), { points: value });
  if (kind === 'pace') return update('team', teams[value % 2], { pace: value });
  return update('release', releases[value % 4], { dueOn: value < 2 ? null : `2026-03-${String(Math.min(value, 28)).padStart(2, '0')}` });
}

test('the cost follows what stands above the lines: of 20,000 rows fewer than 500 are looked at', () => {
  const world = planned({});
  const all = Array.from({ length: 20_000 }, (_, at) => ({ title: `r${at}`, estimate: { kind: 'points' as const, value: (at % 5) + 1 } }));
  for (let at = 0; at < all.length; at += 2000) world.run(createItems, { product: APP, items: all.slice(at, at + 2000) });
  world.team('Other', 10);
  const [first, second] = [world.release('2.4', '2026-03-13'), world.release('2.5', '2026-03-27')];
  world.put(first, 'r19000', 'r19500').put(second, 'r15000');
  const counting = new Counting(world.workspace);
  const lines = cutLines(counting, APP, { now: world.now });
  for (let at = 0; at < 50; at++) markOf(counting, lines, world.workspace.list(rankedRows, APP).at(at)!);
  expect(lines.lines.map(({ takeOut }) => takeOut.length)).toEqual([2, 1]);
  expect(counting.looks).toBeLessThan(500);
  expect(counting.walked).toBeLessThan(100);
});

test('so does the cost of likelihoods, also where something of a release is held and none can be told', () => {
  const world = planned({});
  const team = world.lines().firstTeam!;
  world.delivered(team, [10, 30, 5, 12, 90, 11, 8, 14]);
  const all = Array.from({ length: 10_000 }, (_, at) => ({ title: `r${at}`, estimate: { kind: 'points' as const, value: (at % 5) + 1 } }));
  for (let at = 0; at < all.length; at += 2000) world.run(createItems, { product: APP, items: all.slice(at, at + 2000) });
  const release = world.release('2.4', '2026-08-28');
  world.put(release, 'r1', 'r40', 'r60').blocks('r9000', 'r40');
  const counting = new Counting(world.workspace);
  const lines = cutLines(counting, APP, { now: world.now });
  expect(chanceOfRelease(counting, lines, lines.lines[0]!)).toBeNull();
  expect(shownChances(counting, lines).size).toBeGreaterThan(5);
  expect(counting.asked).toBeLessThan(3000);
});

/** Counts the records that are looked up, and the rows that are walked over. */
class Counting extends Tracked<Collections> {
  looks = 0;
  walked = 0;
  /** How often a list was asked for: each row that is worked off asks for its blockers. */
  asked = 0;
  override find<C extends keyof Collections>(collection: C, id: string) {
    this.looks++;
    return super.find(collection, id);
  }
  override get<C extends keyof Collections>(collection: C, id: string) {
    this.looks++;
    return super.get(collection, id);
  }
  override list<R extends Entity>(index: IndexOf<R>, group: string): Group<R> {
    this.asked++;
    const rows = super.list(index, group);
    const count = () => this.walked++;
    const counted = function* (some: Iterable<R>) {
      for (const one of some) {
        count();
        yield one;
      }
    };
    return {
      length: rows.length,
      at: (place) => rows.at(place),
      from: (place) => counted(rows.from(place)),
      ids: rows.ids,
      mark: rows.mark,
      [Symbol.iterator]: () => counted(rows)[Symbol.iterator](),
    };
  }
}
