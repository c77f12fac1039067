import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Planned } from '../../../test/builders/planned.ts';
import { eachAlone, randomPlan, worldOf, type RandomPlan } from '../../../test/builders/random-plan.ts';
import { childrenOf, type Item } from '../backlog/item.ts';
import { deliveredWithin } from '../forecast/delivered-within.ts';
import { teamOf } from '../backlog/team-of.ts';
import { chanceOfAll, chanceOfRelease, shownChances } from './chances.ts';
import type { Line, Lines } from './line.ts';
import { sizeOf } from './size.ts';

const TODAY = '2026-03-02';

/** In what share of the trials a team delivers this much by a line's date of what it keeps for technical debt, or for nothing, counted one by one. */
function share(world: Planned, given: RandomPlan, { line, part, amount }: { line: Line; part: Part; amount: number }): number {
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
function drawsOf(world: Planned, given: RandomPlan, { row, lines }: { row: Item; lines: Lines }): (Part & { key: string; size: number })[] {
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
    fc.property(randomPlan, (given) => {
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
    fc.property(randomPlan, (given) => {
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
    fc.property(randomPlan, (given) => {
      const world = worldOf(eachAlone(given));
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
