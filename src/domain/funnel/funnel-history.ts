import { z } from 'zod';
import type { ItemType } from '../backlog/item-type.ts';
import { isClosedGroup, type StateGroup } from '../backlog/state-group.ts';
import { groupsOfStates } from '../backlog/state.ts';
import type { Collections, View } from '../collections.ts';
import { pointsOf, type Estimate } from '../estimation/estimate.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { dayOfFact, type Fact } from '../kernel/fact.ts';
import type { HistoryReading } from '../kernel/reading.ts';
import { ref } from '../kernel/ref.ts';
import { releasesByDate, type ReleaseState } from '../release/release.ts';
import type { SprintState } from '../sprint/sprint.ts';
import { LATELY_DAYS } from './funnel.ts';
import { PAST_DAYS, type FunnelHistory, type ItemWas, type Past, type ReleaseWas, type SprintWas, type Step } from './past.ts';

type Steps<T> = Map<string, Step<T>[]>;

interface State {
  readonly zone: string;
  readonly groups: ReadonlyMap<string, StateGroup>;
  readonly names: ReadonlyMap<string, string>;
  readonly items: Steps<ItemWas>;
  readonly releases: Steps<ReleaseWas>;
  readonly sprints: Steps<SprintWas>;
}

const FIELDS = ['type', 'state', 'parent', 'release', 'sprint', 'estimate', 'parkedAt', 'trashedAt'];

export const funnelHistory: HistoryReading<Collections, { product: string }, State, FunnelHistory> = {
  name: 'funnelHistory',
  does: 'Where the items of a product stood in the funnel on every earlier day, as steps by day from which the funnel of a day follows.',
  route: '/products/{product}/funnel-history',
  input: z.strictObject({ product: ref('product') }),
  needs: (_, { product }) => [{ may: 'read', on: { in: 'product', id: product } }],
  follows: [
    ...FIELDS.map((field) => ({ in: 'item', field })),
    { in: 'release', field: 'state' },
    { in: 'release', field: 'dueOn' },
    { in: 'sprint', field: 'state' },
  ],
  goesBy: (view, { product }) => [
    view.get('product', product).zone,
    ...Array.from(groupsOfStates(view, product), String),
    ...Array.from(namesOf(view, product), String),
  ],
  start: (view, { product }) => ({
    zone: view.get('product', product).zone,
    groups: groupsOfStates(view, product),
    names: namesOf(view, product),
    items: new Map(),
    releases: new Map(),
    sprints: new Map(),
  }),
  step(state, fact) {
    const day = dayOfFact(fact, state.zone);
    if (fact.in === 'item') note(state.items, { id: fact.id, day }, itemWas(state, fact));
    else if (fact.in === 'sprint') note(state.sprints, { id: fact.id, day }, { state: fact.to as SprintState | null });
    else if (fact.field === 'dueOn') note(state.releases, { id: fact.id, day }, { dueOn: fact.to as Day | null });
    else note(state.releases, { id: fact.id, day }, { state: fact.to as ReleaseState | null });
    return state;
  },
  zone: (view, { product }) => view.get('product', product).zone,
  answer({ items, releases, sprints, names }, day) {
    const oldest = addDays(day, -PAST_DAYS);
    const own = pastsOf(items).filter(({ steps }) => steps.some(({ group }) => group != null));
    const first = own.reduce<Day>((least, { steps }) => (steps[0]!.day < least ? steps[0]!.day : least), day);
    return {
      from: first > oldest ? first : oldest,
      day,
      items: own.filter(({ steps }) => !isSettled(steps, addDays(oldest, -LATELY_DAYS))),
      releases: pastsOf(releases).flatMap((past) => (names.has(past.id) ? [{ ...past, name: names.get(past.id)! }] : [])),
      sprints: pastsOf(sprints),
    };
  },
};

const namesOf = (view: View, product: string): ReadonlyMap<string, string> =>
  new Map(Array.from(view.list(releasesByDate, product), ({ id, name }) => [id, name]));
const pastsOf = <T>(steps: Steps<T>): Past<T>[] => Array.from(steps, ([id, some]) => ({ id, steps: [...some] }));

/** Whether something had ended before a day for good: it is in no funnel since, not even as done lately. */
function isSettled(steps: readonly Step<ItemWas>[], before: Day): boolean {
  if (steps.at(-1)!.day > before) return false;
  const { group = null, isParked = false, isTrashed = false }: Partial<ItemWas> = Object.assign({}, ...steps);
  return isParked || isTrashed || group === null || isClosedGroup(group);
}

/** What a fact says of an item. The states of other products mean nothing here: their items stand in no group. */
function itemWas({ groups }: State, { field, to }: Fact): Partial<ItemWas> {
  switch (field) {
    case 'state':
      return { group: groups.get(to as string) ?? null };
    case 'type':
      return to === null ? {} : { type: to as ItemType };
    case 'parent':
      return { parent: to as string | null };
    case 'release':
      return { release: to as string | null };
    case 'sprint':
      return { sprint: to as string | null };
    case 'estimate':
      return { points: pointsOf(to as Estimate | null) };
    case 'parkedAt':
      return { isParked: to !== null };
    default:
      return { isTrashed: to !== null };
  }
}

/** Several facts of a day are one step, and none stands before the one that it follows. */
function note<T>(all: Steps<T>, { id, day }: { id: string; day: Day }, values: Partial<T>): void {
  let steps = all.get(id);
  if (!steps) all.set(id, (steps = []));
  const last = steps.at(-1);
  if (last && last.day >= day) steps[steps.length - 1] = { ...last, ...values };
  else steps.push({ day, ...values });
}
