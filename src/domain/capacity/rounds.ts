import { deliveredIn, deliveredSince, isDelivered } from '../backlog/done.ts';
import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { pointsDelivered } from '../estimation/as-points.ts';
import { sumOfPoints } from '../estimation/estimate.ts';
import { sum, sumOf } from '../estimation/sum.ts';
import { addDays, dayIn, type Day } from '../kernel/day.ts';
import type { Unit } from '../product/product.ts';
import { itemsInSprint, sprintsOfTeam, type Sprint } from '../sprint/sprint.ts';
import { teamOf, teamsOf } from '../backlog/team-of.ts';
import type { Team } from '../team/team.ts';
import { workingDaysOf, type Stretch } from '../team/working-days.ts';
import { measuredIn, paceFrom, WEEKS } from './pace.ts';
import { personDaysOf, presenceOf } from './presence.ts';

/** Something that a team delivered, and the days that it had for it. */
export interface Round {
  readonly amount: number;
  readonly workingDays: number;
  /** Of the people who are in the team now, with the days off that they had then. */
  readonly personDays: number;
}

/** How many of the newest closed sprints tell the velocity. */
const MOST_SPRINTS = 6;
/** Whole fortnights are looked at as far back as a measured pace does, and one that is not over. */
const DAYS_OF_FORTNIGHTS = 7 * 14;

/** A team's newest closed sprints, oldest first, each with what was done in it: its velocity. One without a working day tells nothing. */
export function closedSprints(view: View, team: Team, unit: Unit): Round[] {
  const rounds = closedOf(view, team).map((sprint) => roundIn(view, team, { ...daysOf(sprint, team.zone), amount: velocityOf(view, sprint, unit) }));
  return rounds.filter(({ workingDays }) => workingDays > 0).slice(-MOST_SPRINTS);
}

/** The first day of each of the newest closed sprints, and what was done in it. */
export const doneInSprints = (view: View, team: Team): { startOn: Day; items: Item[] }[] =>
  closedOf(view, team)
    .slice(-MOST_SPRINTS)
    .map(({ id, startOn }) => ({ startOn: startOn!, items: doneIn(view, id) }));

const closedOf = (view: View, team: Team): Sprint[] =>
  Array.from(view.list(sprintsOfTeam, team.id)).filter(({ state, startOn, endOn }) => state === 'closed' && startOn !== null && endOn !== null);

/** What was done in a sprint as it was when it closed; where nobody counted then, what of it is done now. */
const velocityOf = (view: View, { id, donePoints, doneItems }: Sprint, unit: Unit): number =>
  (unit === 'points' ? donePoints : doneItems) ?? pointsOrItems(doneIn(view, id), unit);

/** As a closing sprint counts: in points those that somebody has said. */
const pointsOrItems = (items: readonly Item[], unit: Unit): number => (unit === 'items' ? items.length : sumOfPoints(items));

/** What was done in a sprint: of what is still in it, whatever was delivered. */
const doneIn = (view: View, sprint: string): Item[] => Array.from(view.list(itemsInSprint, sprint)).filter((item) => isDelivered(view, item));

/** What a team really delivered in its last whole fortnights, one in flow in its last whole weeks; empty while too little is known for a pace. */
export function measuredRounds(view: View, team: Team, unit: Unit): Round[] {
  const newest = newestDay(view, team.products);
  const items = newest === null ? [] : deliveredByTeam(view, team, addDays(newest, -DAYS_OF_FORTNIGHTS));
  const finished = items.map((item) => ({ day: item.closedOn!, amount: amountOf(view, [item], { unit, hoursPerPoint: team.hoursPerPoint }) }));
  const measured = team.works === 'flow' ? measuredIn(WEEKS, finished) : paceFrom(finished);
  return measured.why === null ? measured.fortnights.map((fortnight) => roundIn(view, team, fortnight)) : [];
}

/** Two weeks without a holiday and with everybody there, at the pace that somebody said. */
export function usualFortnight({ pace, workingDays }: Team, people: readonly { readonly share: number }[]): Round[] {
  const days = 2 * workingDays.length;
  const shares = sumOf(people, ({ share }) => share);
  return pace === null ? [] : [{ amount: pace, workingDays: days, personDays: sum((days * shares) / 100, 0) }];
}

/** What items that are done came to in a unit, as a line counts them, sizes and hours too; what nobody has estimated has no points. */
export const amountOf = (view: View, items: readonly Item[], { unit, hoursPerPoint }: Counting): number =>
  unit === 'items' ? items.length : items.reduce((total, item) => sum(total, pointsIn(view, item, hoursPerPoint)), 0);

interface Counting {
  readonly unit: Unit;
  /** Of the team that did them. */
  readonly hoursPerPoint: number | null;
}

const pointsIn = (view: View, { product, estimate }: Item, hoursPerPoint: number | null): number =>
  pointsDelivered(estimate, { sizePoints: view.get('product', product).sizePoints, hoursPerPoint }) ?? 0;

/** What a team delivered on a day or later, in all of its products. */
export function deliveredByTeam(view: View, team: Team, since: Day): Item[] {
  return team.products.flatMap((product) => {
    const first = teamsOf(view, product)[0]?.id ?? null;
    return deliveredSince(view, product, since).filter((item) => teamOf(view, item, first) === team.id);
  });
}

/** The newest day on which anything was delivered in one of the products. */
function newestDay(view: View, products: readonly string[]): Day | null {
  const days = products.flatMap((product) => {
    const [newest] = deliveredIn(view, product);
    return newest?.closedOn ?? [];
  });
  return days.toSorted().at(-1) ?? null;
}

const roundIn = (view: View, team: Team, { amount, ...stretch }: Stretch & { readonly amount: number }): Round => ({
  amount,
  workingDays: workingDaysOf(view, team, stretch).length,
  personDays: personDaysOf(presenceOf(view, team, stretch)),
});

/** From its start to its end, or to the day on which it was closed if that was earlier. */
function daysOf({ startOn, endOn, closedAt }: Sprint, zone: string): Stretch {
  const closed: Day | null = closedAt === null ? null : dayIn(zone, closedAt);
  return { from: startOn!, to: closed !== null && closed < endOn! ? closed : endOn! };
}
