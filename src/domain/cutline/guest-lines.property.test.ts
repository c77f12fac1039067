import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APP, CAST, fixedId, WEB } from '../../../test/builders/cast.ts';
import { editAny, makeAny } from '../../../test/builders/edit.ts';
import { Planned } from '../../../test/builders/planned.ts';
import type { Item } from '../backlog/item.ts';
import { createItems } from '../backlog/create-items.ts';
import { rankedRows } from '../backlog/open.ts';
import { setTeamEstimate } from '../backlog/set-team-estimate.ts';
import { setShare } from '../capacity/set-share.ts';
import type { View } from '../collections.ts';
import { updateTeam } from '../capacity/update-team.ts';
import type { Day } from '../kernel/day.ts';
import { planWork } from '../schedule/plan-work.ts';
import { SPRINT_WITHOUT_TEAM } from '../sprint/sprint.ts';
import { addToTeam } from '../team/memberships.ts';
import type { Lines } from './line.ts';
import { missing } from './missing.ts';

const PRODUCTS = [[APP], [WEB], [APP, WEB]] as const;
const row = fc.record({
  points: fc.option(fc.integer({ min: 0, max: 8 }), { freq: 4 }),
  isTheirs: fc.nat(3).map((n) => n === 0),
  isChore: fc.nat(3).map((n) => n === 0),
  team: fc.option(fc.nat(2), { freq: 2 }),
  other: fc.option(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 5 })), { freq: 1 }),
  release: fc.option(fc.nat(2), { freq: 2 }),
  isInSprint: fc.nat(4).map((n) => n === 0),
});
const plan = fc.record({
  rows: fc.array(row, { minLength: 2, maxLength: 16 }),
  teams: fc.array(
    fc.record({ works: fc.constantFrom(...PRODUCTS), later: fc.option(fc.constantFrom(...PRODUCTS), { freq: 1 }), pace: fc.integer({ min: 0, max: 20 }) }),
    {
      minLength: 3,
      maxLength: 3,
    },
  ),
  releases: fc.array(fc.record({ day: fc.integer({ min: 2, max: 28 }), isTheirs: fc.boolean(), teams: fc.array(fc.nat(2), { maxLength: 2 }) }), {
    minLength: 3,
    maxLength: 3,
  }),
  links: fc.array(fc.tuple(fc.nat(15), fc.nat(15)), { maxLength: 12 }),
  people: fc.array(fc.nat(2), { maxLength: 4 }),
  hasPast: fc.boolean(),
  kept: fc.option(fc.constantFrom(20, 50), { freq: 2 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

/** Two products, of which the guest is in the first, teams that work on either or on both, and some that have left one since; sprints lie in the first product of their team. */
function worldOf({ rows, teams, releases, links, people, hasPast, kept }: Plan): Planned {
  const world = new Planned();
  const ids = teams.map(({ works, pace }, at) => world.team(`Team ${at}`, pace, [...works]));
  people.forEach((team, at) => world.run(addToTeam, { team: ids[team]!, member: [CAST.tom, CAST.nia, CAST.pia, CAST.ada][at]!.id, share: 100 }));
  if (hasPast) world.delivered(ids[0]!, [3, 5, 4, 6, 4, 5]);
  if (kept !== null) world.run(setShare, { team: ids[0]!, category: 'technical-debt', percent: kept });
  for (const [at, one] of rows.entries()) {
    const { product, team, title, ...item } = { ...itemOf(one, at), team: one.team };
    world.run(createItems, { product, items: [{ title, ...item }] });
    if (team !== null) world.run(editAny, { in: 'item', id: world.id(title), values: { team: ids[team]! } });
  }
  for (const [at, { works }] of teams.entries()) {
    world.run(makeAny, {
      in: 'sprint',
      record: { id: fixedId(0x5000 + at), ...SPRINT_WITHOUT_TEAM, product: works[0], team: ids[at]!, name: `S${at}`, state: 'active' },
    });
  }
  const made = releases.map(({ day, isTheirs, teams: named }, at) =>
    world.release(`R${at}`, `2026-03-${String(day).padStart(2, '0')}` as Day, {
      product: isTheirs ? WEB : APP,
      teams: [...new Set(named)].filter((team) => teams[team]!.works.includes((isTheirs ? WEB : APP) as never)).map((team) => ids[team]!),
    }),
  );
  for (const [at, { release, other, isInSprint, isTheirs, team }] of rows.entries()) {
    const item = world.id(`r${at}`);
    if (release !== null && releases[release]!.isTheirs === isTheirs) world.put(made[release]!, `r${at}`);
    if (other !== null) tryTo(() => world.run(setTeamEstimate, { item, team: ids[other[0]]!, points: other[1] }));
    if (isInSprint && teams[team ?? 0]!.works.includes((isTheirs ? WEB : APP) as never))
      world.run(editAny, { in: 'item', id: item, values: { sprint: fixedId(0x5000 + (team ?? 0)) } });
  }
  for (const link of new Set(links.filter(([a, b]) => a < b && b < rows.length).map(([a, b]) => `${a} ${b}`))) {
    const [a, b] = link.split(' ') as [string, string];
    if (Number(b) % 2 === 0) world.blocks(`r${a}`, `r${b}`);
    else world.blocks(`r${b}`, `r${a}`);
  }
  teams.forEach(({ later }, at) => later !== null && tryTo(() => world.run(updateTeam, { team: ids[at]!, products: [...later] })));
  return world;
}

const itemOf = ({ points, isTheirs, isChore }: Plan['rows'][number], at: number) => ({
  title: `r${at}`,
  product: isTheirs ? WEB : APP,
  type: isChore ? ('chore' as const) : ('story' as const),
  estimate: points === null ? null : { kind: 'points' as const, value: points },
});

/** What a rule refuses is left out of the plan. */
function tryTo(act: () => void): void {
  try {
    act();
  } catch {
    // refused: the plan is without it
  }
}

test('a guest sees the lines where all see them, unless something that they may not see holds a row; that row says so', () => {
  let [same, held] = [0, 0];
  fc.assert(
    fc.property(plan, (given) => {
      const world = worldOf(given);
      const view = world.view('gus');
      const [all, guests] = [world.lines(), world.lines(view)];
      const isHeld = (item: Item) => guests.lines.some((line) => missing(view, guests, { item, line }).code === 'held-by-hidden');
      if (Array.from(view.list(rankedRows, APP)).some(isHeld)) held++;
      else {
        expect(fallen(guests)).toEqual(fallen(all));
        if (!hasHidden(view)) expect(planWork(view, guests)).toEqual(planWork(world.workspace, all));
        same += all.lines.length;
      }
    }),
    { numRuns: 400 },
  );
  expect(same).toBeGreaterThan(100);
  expect(held).toBeGreaterThan(3);
});

/** Where lines fall, without whose plans they were worked out from. */
const fallen = ({ lines, takenBy, first }: Lines) => ({ lines, takenBy, first });

/** Whether anything waits for what may not be seen, on a line or on none. */
const hasHidden = (view: View): boolean => Array.from(view.all('link')).some(({ from }) => view.find('item', from) === undefined);
