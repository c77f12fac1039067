import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APP, fixedId } from '../../../test/builders/cast.ts';
import { editAny, makeAny } from '../../../test/builders/edit.ts';
import { Planned } from '../../../test/builders/planned.ts';
import { createItems } from '../backlog/create-items.ts';
import { childrenOf, type Item } from '../backlog/item.ts';
import { setShare } from '../capacity/set-share.ts';
import { setTeamEstimate } from '../backlog/set-team-estimate.ts';
import { SPRINT_WITHOUT_TEAM } from '../sprint/sprint.ts';
import { deliveredWithin } from '../forecast/delivered.ts';
import type { Day } from '../kernel/day.ts';
import { updateRelease } from '../release/update-release.ts';
import { teamOf } from '../backlog/team-of.ts';
import { chanceOfAll, chanceOfRelease, shownChances } from './chances.ts';
import type { Line, Lines } from './line.ts';
import { sizeOf } from './size.ts';

const TODAY = '2026-03-02';
const plan = fc.record({
  /** Both teams have finished something lately: without that a past is none and a line counts by pace, which knows no chance. */
  weeks: fc.array(
    fc.array(fc.nat(9), { minLength: 8, maxLength: 10 }).filter((weeks) => weeks.slice(-4).some((amount) => amount > 0)),
    { minLength: 2, maxLength: 2 },
  ),
  rows: fc.array(
    fc.record({
      halves: fc.option(fc.nat(12), { freq: 5 }),
      team: fc.option(fc.nat(1), { freq: 2 }),
      release: fc.option(fc.nat(2), { freq: 2 }),
      inEpic: fc.boolean(),
      type: fc.constantFrom('story' as const, 'story' as const, 'chore' as const),
      isInSprint: fc.boolean(),
      /** Halves of a point of the team that is not its own. */
      other: fc.option(fc.integer({ min: 1, max: 8 }), { freq: 2, nil: null }),
    }),
    { minLength: 4, maxLength: 24 },
  ),
  releases: fc.array(fc.record({ day: fc.integer({ min: 2, max: 28 }), confidence: fc.constantFrom(0.5, 0.7, 0.85, 0.95) }), { minLength: 3, maxLength: 3 }),
  blocks: fc.array(fc.tuple(fc.nat(23), fc.nat(23)), { maxLength: 6 }),
  /** What each team keeps, in per cent: for unplanned work and for technical debt. */
  kept: fc.array(fc.tuple(fc.constantFrom(0, 0, 10, 25), fc.constantFrom(0, 20, 33)), { minLength: 2, maxLength: 2 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

const SPRINT = fixedId(0x5001);

function worldOf({ weeks, rows, releases, blocks, kept }: Plan): Planned {
  const world = new Planned();
  const teams = weeks.map((_, at) => world.team(`Team ${at}`, 10));
  for (const [at, amounts] of weeks.entries()) world.delivered(teams[at]!, [1, ...amounts]);
  const made = releases.map(({ day, confidence }, at) => {
    const id = world.release(`R${at}`, `2026-03-${String(day).padStart(2, '0')}` as Day);
    world.run(updateRelease, { release: id, confidence });
    return id;
  });
  kept.forEach((shares, at) =>
    [null, 'technical-debt' as const].forEach((category, of) => shares[of]! > 0 && world.run(setShare, { team: teams[at]!, category, percent: shares[of]! })),
  );
  world.add({ epic: null }, { type: 'epic' });
  rows.forEach(({ halves, team, inEpic, type }, at) =>
    world.run(createItems, {
      product: APP,
      items: [
        {
          title: `r${at}`,
          type,
          team: team === null ? null : teams[team]!,
          parent: inEpic ? world.id('epic') : null,
          estimate: halves === null ? null : { kind: 'points', value: halves / 2 },
        },
      ],
    }),
  );
  world.run(makeAny, { in: 'sprint', record: { id: SPRINT, ...SPRINT_WITHOUT_TEAM, product: APP, team: teams[0], name: '1', state: 'active' } });
  rows.forEach(({ isInSprint, other, team }, at) => {
    if (isInSprint && at % 3 === 0) world.run(editAny, { in: 'item', id: world.id(`r${at}`), values: { sprint: SPRINT } });
    if (other !== null) world.run(setTeamEstimate, { item: world.id(`r${at}`), team: teams[(team ?? 0) === 0 ? 1 : 0]!, points: other / 2 });
  });
  rows.forEach(({ release }, at) => release !== null && world.put(made[release]!, `r${at}`));
  for (const pair of new Set(blocks.filter(([a, b]) => a < rows.length && b < rows.length && a < b).map(([a, b]) => `r${a} r${b}`))) {
    const [a = '', b = ''] = pair.split(' ');
    world.blocks(a, b);
  }
  return world;
}

/** In what share of the trials a team delivers this much by a line's date of what it keeps for technical debt, or for nothing, counted one by one. */
function share(world: Planned, given: Plan, { line, part, amount }: { line: Line; part: Part; amount: number }): number {
  const { team, isDebt } = part;
  const at = world.workspace.get('team', team).name === 'Team 0' ? 0 : 1;
  let days = 0;
  for (let day = Number(TODAY.slice(8)); day <= Number(line.date.slice(8)); day++) {
    const weekday = new Date(`2026-03-${String(day).padStart(2, '0')}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days++;
  }
  const trials = deliveredWithin({ past: [1, ...given.weeks[at]!], ahead: [1], isCounted: false }, days, { trials: 10_000, seed: 1 });
  const [unplanned, debt] = given.kept[at]!;
  const percent = isDebt ? debt : 100 - unplanned - debt;
  return trials.filter((total) => Math.floor((Math.floor(total) * percent) / 100) >= amount).length / trials.length;
}

/** What a row draws on. */
interface Part {
  readonly team: string;
  readonly isDebt: boolean;
}

/** What a row takes of which parts: of its own team its estimate, of the other one what is said for it. */
function drawsOf(world: Planned, given: Plan, { row, lines }: { row: Item; lines: Lines }): (Part & { key: string; size: number })[] {
  const draw = (team: string, size: number) => {
    const [, debt] = given.kept[world.workspace.get('team', team).name === 'Team 0' ? 0 : 1]!;
    const isDebt = row.type === 'chore' && debt > 0;
    return { team, isDebt, key: `${team} ${isDebt}`, size };
  };
  const others = [...world.workspace.all('teamEstimate')].filter(({ item }) => item === row.id).map(({ team, points }) => draw(team, points));
  return [draw(teamOf(world.workspace, row, lines.firstTeam)!, sizeOf(world.workspace, lines, row)), ...others];
}

test('line and probability agree: what stands above a line is at least as likely as it says, what a team stops at is less', () => {
  fc.assert(
    fc.property(plan, (given) => {
      const world = worldOf(given);
      const lines = world.lines();
      const item = (id: string) => world.workspace.get('item', id);
      const done = new Map<string, number>();
      const taken = new Set<string>();
      for (const line of lines.lines) {
        const { confidence } = world.workspace.get('release', line.release);
        // What is in the sprint for other releases is worked off before: by hand, row by row.
        const others = [...world.workspace.all('item')].filter(
          ({ id, sprint, release, type }) => sprint !== null && type !== 'epic' && release !== null && release !== line.release && !taken.has(id),
        );
        const left = (key: string) =>
          others.flatMap((row) => drawsOf(world, given, { row, lines })).reduce((all, draw) => all + (draw.key === key ? draw.size : 0), 0);
        const chanceWith = (row: Item) =>
          drawsOf(world, given, { row, lines }).reduce(
            (all, draw) => all * share(world, given, { line, part: draw, amount: (done.get(draw.key) ?? 0) + left(draw.key) + draw.size }),
            1,
          );
        for (const id of line.taken) {
          expect(chanceWith(item(id))).toBeGreaterThanOrEqual(confidence);
          for (const { key, size } of drawsOf(world, given, { row: item(id), lines })) done.set(key, (done.get(key) ?? 0) + size);
          taken.add(id);
        }
        for (const { stoppedBy } of line.teams) if (stoppedBy !== null) expect(chanceWith(item(stoppedBy))).toBeLessThan(confidence);
      }
    }),
    { numRuns: 60 },
  );
});

/** The chance of one row for a line. */
const chanceOfRow = (world: Planned, lines: Lines, { line, row }: { line: Line; row: string }) => chanceOfAll(world.workspace, lines, { line, rows: [row] });

test('a release is never likelier than its least likely item, nor a parent than its children', () => {
  fc.assert(
    fc.property(plan, (given) => {
      const world = worldOf(given);
      const lines = world.lines();
      for (const line of lines.lines) {
        const own = [...world.workspace.all('item')].filter(({ release, closedOn }) => release === line.release && closedOn === null);
        const release = chanceOfRelease(world.workspace, lines, line);
        const each = own.map(({ id }) => chanceOfRow(world, lines, { line, row: id }));
        if (release === null) expect(own.length === 0 || each.includes(null)).toBe(true);
        else for (const one of each) expect(one).toBeGreaterThanOrEqual(release);
        const children = Array.from(world.workspace.list(childrenOf, world.id('epic')), ({ id }) => id).filter((id) => own.some((row) => row.id === id));
        const parent = chanceOfAll(world.workspace, lines, { line, rows: children });
        if (parent !== null) for (const row of children) expect(chanceOfRow(world, lines, { line, row })).toBeGreaterThanOrEqual(parent);
      }
    }),
    { numRuns: 40 },
  );
});

test('what is shown beside a row is its chance for the line whose band it stands in, and only between 10 and 90 %', () => {
  fc.assert(
    fc.property(plan, (given) => {
      const world = worldOf(given);
      const lines = world.lines();
      for (const [row, { line: id, chance }] of shownChances(world.workspace, lines)) {
        const line = lines.lines.find((one) => one.id === id)!;
        const item = world.workspace.get('item', row);
        expect(chance).toBeGreaterThanOrEqual(0.1);
        expect(chance).toBeLessThanOrEqual(0.9);
        expect(chanceOfRow(world, lines, { line, row })).toBe(chance);
        if (item.release !== null) expect(item.release).toBe(line.release);
        const { confidence } = world.workspace.get('release', line.release);
        if (chance < confidence) expect(line.taken).not.toContain(row);
        if (lines.takenBy[row] !== undefined) expect(lines.lines[lines.takenBy[row]]).toBe(line);
      }
    }),
    { numRuns: 40 },
  );
});
