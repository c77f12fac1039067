import type { StateGroup } from '../backlog/state-group.ts';
import type { State } from '../backlog/state.ts';
import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** A step on a team's own board: the states that it names, and all of the groups that it names. */
export interface OwnColumn extends Entity {
  readonly team: string;
  readonly name: string;
  /** All states of these, but for those that another column names. */
  readonly groups: readonly StateGroup[];
  readonly states: readonly string[];
  /** Its place from the left, from 0. */
  readonly place: number;
}

/** The columns of a team's board, from the left; none: the states of its products. */
export const columnsOfTeam: IndexOf<OwnColumn> = {
  name: 'columnsOfTeam',
  in: 'boardColumn',
  group: ({ team }) => team,
  order: ({ place }) => String(place).padStart(4, '0'),
};

export const boardColumns: Collection<OwnColumn> = {
  name: 'boardColumn',
  resource: 'board-columns',
  fields: {
    team: { kind: 'ref', label: 'Team', to: 'team', by: columnsOfTeam },
    name: { kind: 'text', label: 'Name', max: 60 },
    groups: { kind: 'json', label: 'State groups' },
    states: { kind: 'refs', label: 'States', to: 'state' },
    place: { kind: 'number', label: 'Place' },
  },
};

type Takes = Pick<OwnColumn, 'groups' | 'states'>;

/** The states that a column takes, in the order of the workflow: a state that is named anywhere stands there and not with its group. */
export function statesTaken(column: Takes, states: readonly State[], all: readonly Takes[]): State[] {
  const named = new Set(all.flatMap((one) => one.states));
  return states.filter(({ id, group }) => column.states.includes(id) || (column.groups.includes(group) && !named.has(id)));
}

/** The states that no column takes. */
export const statesWithout = (states: readonly State[], all: readonly Takes[]): State[] =>
  states.filter(({ id, group }) => !all.some((column) => column.states.includes(id) || column.groups.includes(group)));
