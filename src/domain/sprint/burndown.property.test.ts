import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { Chance } from '../../../test/builders/chance.ts';
import { commandOf } from '../../../test/builders/commands.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { folded } from '../../../test/builders/folded.ts';
import { furnished } from '../../../test/builders/furnished.ts';
import type { World } from '../../../test/builders/world.ts';
import type { Item } from '../backlog/item.ts';
import { groupOf } from '../backlog/open.ts';
import type { View } from '../collections.ts';
import { dayIn, type Day } from '../kernel/day.ts';
import type { Entry } from '../kernel/entry.ts';
import { Refusal } from '../kernel/refusal.ts';
import { emptyWorkspace } from '../model.ts';
import { verbs } from '../verbs.ts';
import { sprintBurndown } from './burndown.ts';
import { closeSprint } from './close-sprint.ts';
import { createSprint } from './create-sprint.ts';
import { planInSprint } from './plan-in-sprint.ts';
import { startSprint } from './start-sprint.ts';
import { velocity } from './velocity.ts';

/** What may happen to items meanwhile; a state that comes to mean something else is tested by itself, and so is the sprint's own end. */
const LEFT_OUT = [
  'updateState',
  'removeState',
  'createState',
  'updateProduct',
  'startSprint',
  'closeSprint',
  'updateSprint',
  'updateTeam',
  'createSprint',
  'undoEntry',
];
const DRAWN = verbs.filter(({ name }) => !LEFT_OUT.includes(name) && !/import|member/i.test(name));

const thousandths = (amount: number): number => Math.round(amount * 1000) / 1000;

/** The plain way: everything that is in the sprint now, looked at with the rules of today. */
function counted(view: View, sprint: string) {
  const here = [...view.all('item')].filter(
    (item) => item.sprint === sprint && item.parkedAt === null && item.trashedAt === null && groupOf(view, item) !== 'declined',
  );
  const cards = here.filter(({ type, parent }) => type !== 'task' || parent === null);
  const ofHours = here.filter(({ id }) => !here.some(({ type, parent }) => type === 'task' && parent === id));
  const total = (items: readonly Item[], of: (item: Item) => number) => thousandths(items.reduce((all, item) => all + of(item), 0));
  const points = ({ estimate }: Item) => (estimate?.kind === 'points' ? estimate.value : 0);
  const first = ({ estimate }: Item) => (estimate?.kind === 'hours' ? (estimate.original ?? estimate.remaining ?? 0) : 0);
  const remaining = ({ estimate }: Item) => (estimate?.kind === 'hours' ? (estimate.remaining ?? estimate.original ?? 0) : 0);
  const isOpen = (item: Item) => groupOf(view, item) !== 'done';
  return {
    scope: { points: total(cards, points), hours: total(ofHours, first), items: cards.length },
    left: { points: total(cards.filter(isOpen), points), hours: total(ofHours.filter(isOpen), remaining), items: cards.filter(isOpen).length },
  };
}

function replayed(entries: readonly Entry[], isWanted: (entry: Entry) => boolean): View {
  const view = emptyWorkspace();
  for (const entry of entries) if (isWanted(entry)) view.apply(entry.changes, { seq: entry.seq, at: entry.at });
  return view;
}

interface UnderWay {
  readonly world: World;
  readonly sprint: string;
  readonly team: string;
  /** The newest entry at its start. */
  readonly began: number;
}

function sprintUnderWay(): UnderWay {
  const world = furnished();
  const team = [...world.workspace.all('team')].find(({ products }) => products.includes(APP))!.id;
  const sprint = world.run(createSprint, { team }).made[0]!;
  world.run(planInSprint, { items: world.ids('a', 'b'), sprint });
  world.run(startSprint, { sprint });
  return { world, sprint, team, began: world.log.length };
}

/** Something happens to items, mostly of the sprint. */
function happen({ world, sprint, began }: UnderWay, chance: Chance): void {
  const items = [...world.workspace.all('item')].filter(({ product }) => product === APP);
  const values = chance.often(0.5)
    ? { sprint: chance.often(0.6) ? sprint : null }
    : { estimate: { kind: 'hours', original: chance.whole(0, 8), remaining: chance.often(0.5) ? chance.whole(0, 8) : null, spent: null } };
  const call = chance.often(0.4)
    ? { verb: editAny as never, input: { in: 'item', id: chance.pick(items).id, values } }
    : commandOf(world, chance, chance.pick(DRAWN));
  const entries = world.log.filter(({ seq, verb }) => seq > began && verb !== 'closeSprint');
  try {
    if (entries.length > 0 && chance.often(0.15)) world.undo(chance.pick(entries));
    else world.batch([call]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

test('every point of a burndown, and a velocity, is what the raw log gives when it is replayed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 20, maxLength: 50, size: 'max' }), (seeds) => {
      const underWay = sprintUnderWay();
      const { world, sprint, team, began } = underWay;
      for (const seed of seeds) {
        const chance = new Chance(seed);
        if (chance.often(0.2)) world.later(1);
        happen(underWay, chance);
      }
      const { zone } = world.workspace.get('team', team);
      const day = dayIn(zone, world.now);
      const { start, days, changes } = folded(world, sprintBurndown, { input: { sprint }, day });
      expect(start).toEqual(
        counted(
          replayed(world.log, ({ seq }) => seq <= began),
          sprint,
        ),
      );
      for (const point of days)
        expect(point).toEqual({
          day: point.day,
          ...counted(
            replayed(world.log, ({ at, seq }) => seq <= began || dayIn(zone, at) <= (point.day as Day)),
            sprint,
          ),
        });
      expect(thousandths(changes.reduce((all, { more }) => all + more.points, start.scope.points))).toBe(days.at(-1)!.scope.points);

      const last = counted(world.workspace, sprint);
      world.run(closeSprint, { sprint });
      world.later(1);
      for (const seed of seeds.slice(0, 10)) happen(underWay, new Chance(seed + 1));
      const { sprints } = folded(world, velocity, { input: { team }, day });
      const [points, items] = [last.scope.points - last.left.points, last.scope.items - last.left.items];
      expect(sprints).toMatchObject([{ sprint, committed: start.scope, done: { points: thousandths(points), items } }]);
      // What was kept of it when it closed, and is what capacities are taken from, is the same.
      const { donePoints, doneItems } = world.workspace.get('sprint', sprint);
      expect([donePoints, doneItems]).toEqual([thousandths(points), items]);
    }),
    { numRuns: 40 },
  );
}, 60_000);
