import { z } from 'zod';
import type { ItemType } from '../backlog/item-type.ts';
import { statesOf } from '../backlog/state.ts';
import type { Collections, View } from '../collections.ts';
import { countedIn, namedIn, type Counted } from './counted.ts';
import { unitOf } from './unit.ts';
import { pointsDelivered, type Rates } from '../estimation/as-points.ts';
import type { Estimate } from '../estimation/estimate.ts';
import { sum } from '../estimation/sum.ts';
import type { Day } from '../kernel/day.ts';
import { dayOfFact, type Fact } from '../kernel/fact.ts';
import type { HistoryReading } from '../kernel/reading.ts';
import { ref } from '../kernel/ref.ts';
import type { Unit } from '../product/product.ts';
import { paceFrom, type MeasuredPace } from './pace.ts';

/** What is known of an item's past: when it was finished last, how large it is, and where it stands in the tree. */
interface Past {
  type: ItemType;
  parent: string | null;
  team: string | null;
  doneOn: Day | null;
  estimate: Estimate | null;
  isTrashed: boolean;
}

/** The state belongs to one fold, which steps it in place: a hundred thousand facts are not a hundred thousand copies. */
interface State {
  readonly unit: Unit;
  readonly zone: string;
  /** The product's states, and whether each is of the group done. */
  readonly isDone: ReadonlyMap<string, boolean>;
  readonly counted: Counted;
  readonly pasts: Map<string, Past>;
}

/** What a product has really delivered in two weeks, in its unit and in both. */
export interface MeasuredPaceAnswer {
  readonly unit: Unit;
  readonly points: MeasuredPace;
  readonly items: MeasuredPace;
}

export const measuredPace: HistoryReading<Collections, { product: string }, State, MeasuredPaceAnswer> = {
  name: 'measuredPace',
  does: 'What a product has really delivered in two weeks: the median of its last six whole fortnights.',
  route: '/products/{product}/measured-pace',
  input: z.strictObject({ product: ref('product') }),
  needs: (_, { product }) => [{ may: 'read', on: { in: 'product', id: product } }],
  follows: [
    { in: 'item', field: 'state' },
    { in: 'item', field: 'estimate' },
    { in: 'item', field: 'type' },
    { in: 'item', field: 'parent' },
    { in: 'item', field: 'team' },
    { in: 'item', field: 'trashedAt' },
  ],
  goesBy: (view, { product }) => [
    unitOf(view, product),
    view.get('product', product).zone,
    ...namedIn(countedIn(view, product)),
    ...Array.from(doneStates(view, product), String),
  ],
  start: (view, { product }) => ({
    unit: unitOf(view, product),
    zone: view.get('product', product).zone,
    isDone: doneStates(view, product),
    counted: countedIn(view, product),
    pasts: new Map(),
  }),
  step(state, fact) {
    const past = state.pasts.get(fact.id);
    if (fact.field === 'state') stepState(state, fact, past);
    else if (fact.field === 'estimate') pastOf(state, fact.id).estimate = fact.to as Estimate | null;
    else if (fact.field === 'type') pastOf(state, fact.id).type = (fact.to as ItemType | null) ?? 'story';
    else if (fact.field === 'parent' || fact.field === 'team') pastOf(state, fact.id)[fact.field] = fact.to as string | null;
    else pastOf(state, fact.id).isTrashed = fact.to !== null;
    return state;
  },
  zone: (view, { product }) => view.get('product', product).zone,
  answer({ unit, counted, pasts }) {
    const days = finishedByDay(deliveredAmong(pasts), { counted, pasts });
    return {
      unit,
      points: paceFrom(Array.from(days, ([day, { points }]) => ({ day, amount: points }))),
      items: paceFrom(Array.from(days, ([day, { items }]) => ({ day, amount: items }))),
    };
  },
};

/** There are far fewer days than items. */
function finishedByDay(delivered: Iterable<Past>, of: Pick<State, 'counted' | 'pasts'>): Map<Day, { points: number; items: number }> {
  const days = new Map<Day, { points: number; items: number }>();
  for (const past of delivered) {
    const { doneOn, estimate } = past;
    if (doneOn === null) continue;
    let day = days.get(doneOn);
    if (!day) days.set(doneOn, (day = { points: 0, items: 0 }));
    day.points = sum(day.points, pointsDelivered(estimate, ratesFor(past, of)) ?? 0);
    day.items += 1;
  }
  return days;
}

/** An item's hours are of its own team's, else of one above it. */
function ratesFor(past: Past, { counted, pasts }: Pick<State, 'counted' | 'pasts'>): Rates {
  const { sizePoints, hoursPerPoint, firstTeam } = counted;
  let at: Past | undefined = past;
  while (at && at.team === null) at = at.parent === null ? undefined : pasts.get(at.parent);
  return { sizePoints, hoursPerPoint: hoursPerPoint.get(at?.team ?? firstTeam ?? '') ?? null };
}

/** What a line would have counted: no task, and no parent beside the children that it was delivered by. */
function deliveredAmong(pasts: ReadonlyMap<string, Past>): Past[] {
  const all = [...pasts].filter(([, { type, isTrashed }]) => type !== 'task' && !isTrashed);
  const parents = new Set(all.map(([, { parent }]) => parent));
  return all.flatMap(([id, past]) => (parents.has(id) ? [] : [past]));
}

const doneStates = (view: View, product: string): ReadonlyMap<string, boolean> =>
  new Map(Array.from(view.list(statesOf, product), ({ id, group }) => [id, group === 'done']));

/** Finishing is a step into a state of the group done. What was made in one, when nobody knows, is not counted; what is opened again is not done. */
function stepState(state: State, fact: Fact, past: Past | undefined): void {
  const { id, from, to } = fact;
  if (to === null) return void state.pasts.delete(id);
  const isDone = state.isDone.get(to as string);
  if (isDone === undefined) return void (past && (past.doneOn = null));
  if (!isDone) pastOf(state, id).doneOn = null;
  else if (from !== null && !state.isDone.get(from as string)) pastOf(state, id).doneOn = dayOfFact(fact, state.zone);
}

function pastOf({ pasts }: State, id: string): Past {
  let past = pasts.get(id);
  if (!past) pasts.set(id, (past = { type: 'story', parent: null, team: null, doneOn: null, estimate: null, isTrashed: false }));
  return past;
}
