import { z } from 'zod';
import { groupOf } from '../backlog/open.ts';
import type { Item } from '../backlog/item.ts';
import { STATE_GROUPS, type StateGroup } from '../backlog/state-group.ts';
import { statesOf, type State } from '../backlog/state.ts';
import { wipOf } from '../backlog/wip.ts';
import { reading, type View } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import { cardsOf } from './cards.ts';
import type { Sprint } from './sprint.ts';

/** A step on a board: one state, or all of a group. */
export interface BoardColumn {
  /** The state, or the group. */
  readonly id: string;
  readonly name: string;
  readonly group: StateGroup;
  readonly states: readonly string[];
  /** What the team has in it, in whatever sprint; only where there is a limit. */
  readonly wip: { readonly now: number; readonly limit: number; readonly isStrict: boolean } | null;
}

/** One row of a board: everything, or what one person has. */
export interface BoardLane {
  /** The member; empty: nobody, or everybody. */
  readonly id: string;
  /** The cards by column, in the team's own order. */
  readonly cells: Readonly<Record<string, readonly string[]>>;
}

export interface Board {
  readonly columns: readonly BoardColumn[];
  readonly lanes: readonly BoardLane[];
}

export const COLUMNS_BY = ['state', 'group'] as const;
export const LANES_BY = ['none', 'assignee'] as const;
export type BoardLook = { readonly columns: (typeof COLUMNS_BY)[number]; readonly lanes: (typeof LANES_BY)[number] };

const GROUP_NAMES: Readonly<Record<StateGroup, string>> = {
  triage: 'Triage',
  backlog: 'To do',
  ready: 'Ready',
  'in-progress': 'In progress',
  'in-review': 'In review',
  done: 'Done',
  declined: 'Declined',
};

/** The cards of a sprint by how far they are. Several products have several workflows: then groups are the columns. What was declined is gone from it. */
export const boardOf = (view: View, sprint: Sprint, look: BoardLook): Board => boardWith(view, cardsOf(view, sprint.id), { sprint, look });

/** The same of cards as they were at another time. */
export function boardWith(view: View, all: readonly Item[], { sprint, look }: { sprint: Sprint; look: BoardLook }): Board {
  const cards = all.filter((card) => isShown(groupOf(view, card)));
  const products = new Set([...cards.map(({ product }) => product), ...(cards.length === 0 ? [sprint.product] : [])]);
  const states = [...products].flatMap((product) => Array.from(view.list(statesOf, product)).filter(({ group }) => isShown(group)));
  const columns = look.columns === 'group' || products.size > 1 ? byGroup(states) : states.map((state) => columnOf(view, state, sprint.team));
  const columnOfState = new Map(columns.flatMap(({ id, states: own }) => own.map((state) => [state, id])));
  const lanes = look.lanes === 'none' ? [{ id: '', cards }] : byAssignee(cards);
  return { columns, lanes: lanes.map(({ id, cards: own }) => ({ id, cells: cellsOf(columns, own, columnOfState) })) };
}

const isShown = (group: StateGroup): boolean => group !== 'triage' && group !== 'declined';

const columnOf = (view: View, { id, name, group, wipLimit, isWipStrict }: State, team: string | null): BoardColumn => ({
  id,
  name,
  group,
  states: [id],
  wip: wipLimit === null ? null : { now: wipOf(view, id, team), limit: wipLimit, isStrict: isWipStrict },
});

function byGroup(states: readonly State[]): BoardColumn[] {
  return STATE_GROUPS.flatMap((group) => {
    const own = states.filter((state) => state.group === group).map(({ id }) => id);
    return own.length === 0 ? [] : [{ id: group, name: GROUP_NAMES[group], group, states: own, wip: null }];
  });
}

/** Those who have something, in the order of their first card; nobody last. */
function byAssignee(cards: readonly Item[]): { id: string; cards: Item[] }[] {
  const people = new Set(cards.flatMap(({ assignee }) => assignee ?? []));
  return [...people, null].map((person) => ({ id: person ?? '', cards: cards.filter(({ assignee }) => assignee === person) }));
}

function cellsOf(columns: readonly BoardColumn[], cards: readonly Item[], columnOfState: ReadonlyMap<string, string>): BoardLane['cells'] {
  const cells = new Map<string, string[]>(columns.map(({ id }) => [id, []]));
  for (const { id, state } of cards) cells.get(columnOfState.get(state)!)?.push(id);
  return Object.fromEntries(cells);
}

export const board = reading({
  name: 'board',
  does: 'The cards of a sprint by state or group of states, with who has them if wanted, in the team’s own order.',
  route: '/sprints/{sprint}/board',
  input: z.strictObject({ sprint: ref('sprint'), columns: z.enum(COLUMNS_BY).default('state'), lanes: z.enum(LANES_BY).default('none') }),
  needs: (_, { sprint }) => [{ may: 'read', on: { in: 'sprint', id: sprint } }],
  of: (view, { sprint, ...look }) => boardOf(view, view.get('sprint', sprint), look),
});
