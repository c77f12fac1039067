import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APP, fixedId } from '../../../test/builders/cast.ts';
import { editAny, makeAny } from '../../../test/builders/edit.ts';
import { Planned } from '../../../test/builders/planned.ts';
import type { Item } from '../backlog/item.ts';
import { sizeFor } from '../cutline/needs.ts';
import { createItems } from '../backlog/create-items.ts';
import { setTeamEstimate } from '../backlog/set-team-estimate.ts';
import { setShare } from '../capacity/set-share.ts';
import { rankedRows } from '../backlog/open.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { isAbove } from '../backlog/is-above.ts';
import { updateRelease } from '../release/update-release.ts';
import { toEnd } from '../kernel/pausing.ts';
import { SPRINT_WITHOUT_TEAM } from '../sprint/sprint.ts';
import { verbs } from '../verbs.ts';
import type { Way } from './way.ts';
import { pulledLine, pullNeeds } from './pull.ts';
import { waysOut } from './what-pushes-out.ts';
import { waysIn } from './what-it-takes.ts';

const row = fc.record({
  points: fc.option(fc.integer({ min: 0, max: 8 }), { freq: 4 }),
  isChore: fc.nat(3).map((n) => n === 0),
  team: fc.option(fc.nat(1), { freq: 2 }),
  release: fc.option(fc.nat(2), { freq: 2 }),
  /** What it takes of the other team. */
  other: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 1 }),
  /** In the running sprint of its team. */
  isInSprint: fc.nat(4).map((n) => n === 0),
});
const plan = fc.record({
  rows: fc.array(row, { minLength: 2, maxLength: 16 }),
  paces: fc.array(fc.option(fc.integer({ min: 0, max: 20 }), { freq: 8 }), { minLength: 2, maxLength: 2 }),
  days: fc.array(fc.option(fc.integer({ min: 2, max: 28 }), { freq: 8 }), { minLength: 3, maxLength: 3 }),
  blocks: fc.array(fc.tuple(fc.nat(15), fc.nat(15)), { maxLength: 6 }),
  hasPast: fc.boolean(),
  hasSprints: fc.boolean(),
  kept: fc.option(fc.constantFrom(20, 50, 100), { freq: 2 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

/** A world of two teams and three releases, one team perhaps with a past to forecast from and a part of its capacity that is kept. */
function worldOf({ rows, paces, days, blocks, hasPast, hasSprints, kept }: Plan): Planned {
  const world = new Planned();
  const teams = paces.map((pace, at) => world.team(`Team ${at}`, pace));
  if (hasPast) world.delivered(teams[0]!, [3, 5, 4, 6, 4, 5]);
  const releases = days.map((day, at) => world.release(`R${at}`, day === null ? null : (`2026-03-${String(day).padStart(2, '0')}` as Day)));
  if (kept !== null) world.run(setShare, { team: teams[0]!, category: 'technical-debt', percent: kept });
  const items = rows.map(({ points, team, isChore }, at) => ({
    title: `r${at}`,
    type: isChore ? ('chore' as const) : ('story' as const),
    team: team === null ? null : teams[team]!,
    estimate: points === null ? null : { kind: 'points' as const, value: points },
  }));
  world.run(createItems, { product: APP, items });
  rows.forEach(({ release }, at) => release !== null && world.put(releases[release]!, `r${at}`));
  rows.forEach(({ team, other }, at) => {
    if (other !== null) world.run(setTeamEstimate, { item: world.id(`r${at}`), team: teams[1 - (team ?? 0)]!, points: other });
  });
  if (hasSprints) sprintsOf(world, { rows, teams });
  // Only downwards, so that no circle comes about; the blocker may stand on either side in the rank.
  const links = new Set(blocks.filter(([a, b]) => a < rows.length && b < rows.length && a !== b).map(([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`));
  for (const link of links) {
    const [a, b] = link.split(' ') as [string, string];
    if (Number(b) % 3 === 0) world.blocks(`r${a}`, `r${b}`);
    else world.blocks(`r${b}`, `r${a}`);
  }
  return world;
}

function sprintsOf(world: Planned, { rows, teams }: Pick<Plan, 'rows'> & { teams: readonly string[] }): void {
  for (const [at, team] of teams.entries()) {
    world.run(makeAny, { in: 'sprint', record: { id: fixedId(0x5000 + at), ...SPRINT_WITHOUT_TEAM, product: APP, team, name: `S${at}`, state: 'active' } });
  }
  for (const [at, { team, isInSprint }] of rows.entries()) {
    if (isInSprint) world.run(editAny, { in: 'item', id: world.id(`r${at}`), values: { sprint: fixedId(0x5000 + (team ?? 0)) } });
  }
}

/** What would come of a way, done by the verbs as the server does them. */
function done(world: Planned, way: Way) {
  const calls = way.calls.map(({ verb, input }) => ({ verb: verbs.find(({ name }) => name === verb)!, input }));
  return world.lines(world.fork(calls));
}

/** The same way with one day or one point of pace less asked of it; null: it asks for neither, or for a point of pace for a row that needs none: nobody is asked to do nothing. */
function cheaper(way: Way, sizeFor: (team: string) => number): Way | null {
  const [call] = way.calls;
  const { deed } = way;
  if (deed.code === 'more-pace' && deed.to === 1 && sizeFor(deed.team) === 0) return null;
  if (deed.code === 'more-pace' && call?.verb === 'updateTeam') return { ...way, calls: [{ ...call, input: { ...call.input, pace: deed.to - 1 } }] };
  if (deed.code !== 'later-date' || call?.verb !== 'updateRelease') return null;
  const before = addDays(deed.to, new Date(deed.to).getUTCDay() === 1 ? -3 : -1);
  return before <= (deed.from ?? '2026-03-01') ? null : { ...way, calls: [{ ...call, input: { ...call.input, dueOn: before } }] };
}

/** The place of the line on which a row stands, or of the nearest below; Infinity: below all. */
const stands = ({ takenBy }: ReturnType<Planned['lines']>, item: string): number => takenBy[item] ?? Infinity;

function check(say: (world: Planned, given: Plan) => void, numRuns = 120) {
  fc.assert(
    fc.property(plan, (given) => say(worldOf(given), given)),
    { numRuns },
  );
}

/** Every way in for every row that is above no line. */
function* everyWayIn(world: Planned): Generator<{ item: Item; way: Way }> {
  const lines = world.lines();
  for (const item of world.workspace.list(rankedRows, APP)) {
    if (lines.takenBy[item.id] !== undefined) continue;
    for (const way of toEnd(waysIn({ view: world.workspace, lines }, item, { now: world.now }))) yield { item, way };
  }
}

test('every way in, when it is done, brings the row above its line', () => {
  let seen = 0;
  check((world) => {
    for (const { item, way } of everyWayIn(world)) {
      expect(stands(done(world, way), item.id), JSON.stringify(way)).toBeLessThan(Infinity);
      seen++;
    }
  });
  expect(seen).toBeGreaterThan(200);
});

test('a later date is the first, and more pace the least, with which the row is taken', () => {
  let seen = 0;
  check((world) => {
    for (const { item, way } of everyWayIn(world)) {
      const less = cheaper(way, (team) => sizeFor(world.workspace, world.lines(), { row: item, team }));
      if (!less) continue;
      const after = done(world, less);
      const line = way.deed.code === 'later-date' ? after.lines.findIndex(({ id }) => way.deed.code === 'later-date' && id === way.deed.release) : null;
      // With its own line it is not taken; an earlier or a later one is another matter.
      if (line !== null) expect(stands(after, item.id), JSON.stringify(way)).toBeGreaterThan(line);
      else if (item.release !== null) expect(stands(after, item.id), JSON.stringify(way)).toBe(Infinity);
      seen++;
    }
  });
  expect(seen).toBeGreaterThan(50);
});

test('every way out, when it is done, pushes the row below the line that took it', () => {
  let seen = 0;
  check((world) => {
    const lines = world.lines();
    for (const [id, place] of Object.entries(lines.takenBy)) {
      const { id: line } = lines.lines[place]!;
      for (const way of toEnd(waysOut({ view: world.workspace, lines }, world.workspace.get('item', id), { now: world.now }))) {
        const after = done(world, way);
        expect(stands(after, id), JSON.stringify(way)).toBeGreaterThan(after.lines.findIndex((one) => one.id === line));
        seen++;
      }
    }
  });
  expect(seen).toBeGreaterThan(200);
});

test('with the date that a pulled line offers it stands there or lower', () => {
  let seen = 0;
  check((world) => {
    const lines = world.lines();
    for (const line of lines.lines) {
      for (const below of world.workspace.list(rankedRows, APP)) {
        const { date } = pulledLine.of(world.workspace, { release: line.id, below: below.id }, { now: world.now });
        if (!date) continue;
        const call = { verb: updateRelease as never, input: { release: line.id, dueOn: date.on } };
        const after = world.lines(world.fork([call])).lines.find(({ id }) => id === line.id)!;
        // Of every part of a team's capacity that is drawn on above the place, nothing stops there.
        for (const { team, keptFor } of pullNeeds({ view: world.workspace, lines }, { line, below })) {
          const { stoppedBy } = after.teams.find((one) => one.team === team && one.keptFor === keptFor)!;
          if (stoppedBy !== null) expect(isAbove(below, world.workspace.get('item', stoppedBy)), `${date.on} ${below.title}`).toBe(true);
        }
        seen++;
      }
    }
  }, 40);
  expect(seen).toBeGreaterThan(50);
});

test('asking changes nothing: no record, no order, no line', () => {
  check((world) => {
    const before = { all: everything(world), ranked: world.ranked(), lines: world.lines() };
    for (const item of world.workspace.list(rankedRows, APP)) {
      toEnd(waysIn({ view: world.workspace, lines: world.lines() }, item, { now: world.now }));
      toEnd(waysOut({ view: world.workspace, lines: world.lines() }, item, { now: world.now }));
    }
    expect({ all: everything(world), ranked: world.ranked(), lines: world.lines() }).toEqual(before);
  }, 30);
});

const everything = ({ workspace }: Planned) =>
  (['item', 'release', 'team', 'link', 'holiday', 'timeOff'] as const).map((name) => Array.from(workspace.all(name), (record) => JSON.stringify(record)));
