import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf, Peek } from '../kernel/record-index.ts';
import { STATE_GROUPS, type StateGroup } from './state-group.ts';

/** A step of a product's workflow. */
export interface State extends Entity {
  readonly product: string;
  readonly name: string;
  readonly group: StateGroup;
  /** Its place among the states of its group, from 0; ties by name. */
  readonly place: number;
  /** At most so many items of a team in it at once; null: no limit. */
  readonly wipLimit: number | null;
  /** Whether the limit stops, or only warns. */
  readonly isWipStrict: boolean;
}

export const NO_WIP_LIMIT = { wipLimit: null, isWipStrict: false } as const satisfies Partial<State>;

/** A product's workflow, step by step. */
export const statesOf: IndexOf<State> = {
  name: 'statesOf',
  in: 'state',
  group: ({ product }) => product,
  order: ({ group, place, name }) => `${STATE_GROUPS.indexOf(group)}${String(place).padStart(4, '0')}${name}`,
};

/** The first state of a group in a product's workflow. */
export function stateIn(view: Pick<Peek, 'list'>, product: string, group: StateGroup): State | undefined {
  for (const state of view.list(statesOf, product)) if (state.group === group) return state;
  return undefined;
}

/** What each state of a product's workflow means. */
export const groupsOfStates = (view: Pick<Peek, 'list'>, product: string): ReadonlyMap<string, StateGroup> =>
  new Map(Array.from(view.list(statesOf, product), ({ id, group }) => [id, group]));

export const states: Collection<State> = {
  name: 'state',
  resource: 'states',
  fields: {
    product: { kind: 'ref', label: 'Product', to: 'product', by: statesOf, history: true },
    name: { kind: 'text', label: 'Name', max: 60, history: true },
    group: { kind: 'choice', label: 'Group', history: true },
    place: { kind: 'number', label: 'Place' },
    wipLimit: { kind: 'number', label: 'WIP limit' },
    isWipStrict: { kind: 'flag', label: 'WIP limit stops' },
  },
};
