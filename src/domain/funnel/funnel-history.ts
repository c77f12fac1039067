import { z } from 'zod';
import type { ItemType } from '../backlog/item-type.ts';
import type { StateGroup } from '../backlog/state-group.ts';
import { statesOf } from '../backlog/state.ts';
import type { Collections, View } from '../collections.ts';
import { pointsOf, type Estimate } from '../estimation/estimate.ts';
import { addDays, dayIn, type Day } from '../kernel/day.ts';
import type { Fact } from '../kernel/fact.ts';
import type { HistoryReading } from '../kernel/reading.ts';
import { ref } from '../kernel/ref.ts';
import { releasesByDate, type ReleaseState } from '../release/release.ts';
import type { SprintState } from '../sprint/sprint.ts';

/** From a day on something was this; what a later step does not name stayed as it was. */
export type Step<T> = { readonly day: Day } & Partial<T>;

export interface ItemWas {
  type: ItemType;
  group: StateGroup | null;
  parent: string | null;
  release: string | null;
  sprint: string | null;
  points: number | null;
  isParked: boolean;
  isTrashed: boolean;
}
export interface ReleaseWas {
  state: ReleaseState | null;
  dueOn: Day | null;
}
export interface SprintWas {
  state: SprintState | null;
}

/** Something with what it was, oldest first. */
export interface Past<T> {
  readonly id: string;
  readonly steps: readonly Step<T>[];
}

/** Where everything of a product stood in the funnel, day by day. */
export interface FunnelHistory {
  /** The first and the last day that it tells of. */
  readonly from: Day;
  readonly day: Day;
  readonly items: readonly Past<ItemWas>[];
  readonly releases: readonly (Past<ReleaseWas> & { readonly name: string })[];
  readonly sprints: readonly Past<SprintWas>[];
}

type Steps<T> = Map<string, Step<T>[]>;

interface State {
  readonly zone: string;
  readonly groups: ReadonlyMap<string, StateGroup>;
  readonly names: ReadonlyMap<string, string>;
  readonly items: Steps<ItemWas>;
  readonly releases: Steps<ReleaseWas>;
  readonly sprints: Steps<SprintWas>;
}

/** Two years: nobody asks for the funnel of a day before. */
const DAYS = 730;

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
    ...Array.from(groupsOf(view, product), String),
    ...Array.from(namesOf(view, product), String),
  ],
  start: (view, { product }) => ({
    zone: view.get('product', product).zone,
    groups: groupsOf(view, product),
    names: namesOf(view, product),
    items: new Map(),
    releases: new Map(),
    sprints: new Map(),
  }),
  step(state, fact) {
    const day = fact.happenedOn ?? dayIn(state.zone, fact.at);
    if (fact.in === 'item') note(state.items, { id: fact.id, day }, itemWas(state, fact));
    else if (fact.in === 'sprint') note(state.sprints, { id: fact.id, day }, { state: fact.to as SprintState | null });
    else if (fact.field === 'dueOn') note(state.releases, { id: fact.id, day }, { dueOn: fact.to as Day | null });
    else note(state.releases, { id: fact.id, day }, { state: fact.to as ReleaseState | null });
    return state;
  },
  answer({ items, releases, sprints, names }, day) {
    const own = pastsOf(items).filter(({ steps }) => steps.some(({ group }) => group != null));
    const first = own.reduce<Day>((least, { steps }) => (steps[0]!.day < least ? steps[0]!.day : least), day);
    const oldest = addDays(day, -DAYS);
    return {
      from: first > oldest ? first : oldest,
      day,
      items: own,
      releases: pastsOf(releases).flatMap((past) => (names.has(past.id) ? [{ ...past, name: names.get(past.id)! }] : [])),
      sprints: pastsOf(sprints),
    };
  },
};

const groupsOf = (view: View, product: string): ReadonlyMap<string, StateGroup> =>
  new Map(Array.from(view.list(statesOf, product), ({ id, group }) => [id, group]));
const namesOf = (view: View, product: string): ReadonlyMap<string, string> =>
  new Map(Array.from(view.list(releasesByDate, product), ({ id, name }) => [id, name]));
const pastsOf = <T>(steps: Steps<T>): Past<T>[] => Array.from(steps, ([id, some]) => ({ id, steps: [...some] }));

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
