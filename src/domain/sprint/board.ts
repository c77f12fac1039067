import { z } from 'zod';
import { groupOf } from '../backlog/open.ts';
import type { Item } from '../backlog/item.ts';
import { STATE_GROUPS, type StateGroup } from '../backlog/state-group.ts';
import { statesOf, type State } from '../backlog/state.ts';
import { wipOf } from '../backlog/wip.ts';
import { reading, type View } from '../collections.ts';
import { ref } from '../kernel/ref.ts';
import { columnsOfTeam, statesTaken, statesWithout, type OwnColumn } from './board-column.ts';
import { cardsOf } from './cards.ts';
import { LANES_BY, lanesOf, type LanesBy } from './lanes.ts';
import { columnOfPerson, personColumns, type PersonColumn } from './person-columns.ts';
import type { Sprint } from './sprint.ts';

/** A step on a board: one state, or all of a group. */
export interface StateColumn {
  readonly of: 'states';
  /** The state, or the group. */
  readonly id: string;
  readonly name: string;
  readonly group: StateGroup;
  readonly states: readonly string[];
  /** What the team has in it, in whatever sprint; only where there is a limit. */
  readonly wip: { readonly now: number; readonly limit: number; readonly isStrict: boolean } | null;
}

/** What a board is made of from left to right: how far something is, or who has it. */
export type BoardColumn = StateColumn | PersonColumn;

/** One row of a board: everything, or what one person has, what belongs to one epic, and so on. */
export interface BoardLane {
  /** What it is the lane of; empty: of nothing, or of everything. */
  readonly id: string;
  /** The cards by column, in the team's own order. */
  readonly cells: Readonly<Record<string, readonly string[]>>;
}

export interface Board {
  readonly columns: readonly BoardColumn[];
  readonly lanes: readonly BoardLane[];
}

/** `own`: as the team has said, and by states where it has not. */
export const COLUMNS_BY = ['own', 'state', 'group', 'assignee'] as const;
export type ColumnsBy = (typeof COLUMNS_BY)[number];
export type BoardLook = { readonly columns: ColumnsBy; readonly lanes: LanesBy };

const GROUP_NAMES: Readonly<Record<StateGroup, string>> = {
  triage: 'Triage',
  backlog: 'To do',
  ready: 'Ready',
  'in-progress': 'In progress',
  'in-review': 'In review',
  done: 'Done',
  declined: 'Declined',
};

/** The cards of a sprint by how far they are, or by who has them. Several products have several workflows: then groups are the columns. What was declined is gone from it. */
export const boardOf = (view: View, sprint: Sprint, look: BoardLook): Board => boardWith(view, cardsOf(view, sprint.id), { sprint, look });

/** The same of cards as they were at another time. */
export function boardWith(view: View, all: readonly Item[], { sprint, look }: { sprint: Pick<Sprint, 'product' | 'team'>; look: BoardLook }): Board {
  const cards = all.filter((card) => isOnBoards(groupOf(view, card)));
  const lanes = lanesOf(view, cards, look.lanes);
  const laidOut = (columns: readonly BoardColumn[], columnOf: (card: Item) => string | undefined): Board => ({
    columns,
    lanes: lanes.map(({ id, cards: own }) => ({ id, cells: cellsOf(columns, own, columnOf) })),
  });
  if (look.columns === 'assignee') return laidOut(personColumns(view, cards, sprint.team), columnOfPerson);
  const products = new Set([...cards.map(({ product }) => product), ...(cards.length === 0 ? [sprint.product] : [])]);
  const states = [...products].flatMap((product) => Array.from(view.list(statesOf, product)).filter(({ group }) => isOnBoards(group)));
  const columns = columnsFor(view, states, { sprint, by: look.columns, isMixed: products.size > 1, cards });
  const columnOfState = new Map(columns.flatMap(({ id, states: own }) => own.map((state) => [state, id])));
  return laidOut(columns, ({ state }) => columnOfState.get(state));
}

/** What waits in triage and what was declined is on no board. */
export const isOnBoards = (group: StateGroup): boolean => group !== 'triage' && group !== 'declined';

const stateColumn = (view: View, { id, name, group, wipLimit, isWipStrict }: State, team: string | null): StateColumn => ({
  of: 'states',
  id,
  name,
  group,
  states: [id],
  wip: wipLimit === null ? null : { now: wipOf(view, id, team), limit: wipLimit, isStrict: isWipStrict },
});

interface Wanted {
  readonly sprint: Pick<Sprint, 'product' | 'team'>;
  readonly by: Exclude<ColumnsBy, 'assignee'>;
  /** The cards are of several products, whose states are not the same. */
  readonly isMixed: boolean;
  readonly cards: readonly Item[];
}

function columnsFor(view: View, states: readonly State[], { sprint: { team }, by, isMixed, cards }: Wanted): StateColumn[] {
  const own = team === null || by !== 'own' ? [] : Array.from(view.list(columnsOfTeam, team));
  if (team !== null && own.length > 0) return byTeam(view, own, { states, team, cards });
  return by === 'group' || isMixed ? byGroup(states) : states.map((state) => stateColumn(view, state, team));
}

function byGroup(states: readonly State[]): StateColumn[] {
  return STATE_GROUPS.flatMap((group) => {
    const own = states.filter((state) => state.group === group).map(({ id }) => id);
    return own.length === 0 ? [] : [{ of: 'states', id: group, name: GROUP_NAMES[group], group, states: own, wip: null }];
  });
}

/** Where cards are that stand in none of the team's columns. */
const NO_COLUMN = 'no-column';

/** The team's own columns, each with the states that it takes, and one for the cards that stand in none of them, which names their states. */
function byTeam(
  view: View,
  own: readonly OwnColumn[],
  { states, team, cards }: { states: readonly State[]; team: string; cards: readonly Item[] },
): StateColumn[] {
  const columns = own.map(({ id, name, ...takes }): StateColumn => {
    const taken = statesTaken(takes, states, own);
    const [only] = taken;
    const usual = only && taken.length === 1 ? stateColumn(view, only, team).wip : null;
    return { of: 'states', id, name, group: only?.group ?? takes.groups[0] ?? 'backlog', states: taken.map((state) => state.id), wip: usual };
  });
  const left = statesWithout(states, own).filter(({ id }) => cards.some(({ state }) => state === id));
  const [first] = left;
  const rest: StateColumn | undefined = first && {
    of: 'states',
    id: NO_COLUMN,
    name: `In no column: ${left.map(({ name }) => name).join(', ')}`,
    group: first.group,
    states: left.map(({ id }) => id),
    wip: null,
  };
  return rest ? [...columns, rest] : columns;
}

function cellsOf(columns: readonly BoardColumn[], cards: readonly Item[], columnOf: (card: Item) => string | undefined): BoardLane['cells'] {
  const cells = new Map<string, string[]>(columns.map(({ id }) => [id, []]));
  for (const card of cards) cells.get(columnOf(card) ?? '')?.push(card.id);
  return Object.fromEntries(cells);
}

export const board = reading({
  name: 'board',
  does: 'The cards of a sprint by state, group of states or who has them, in lanes of any field if wanted, in the team’s own order.',
  route: '/sprints/{sprint}/board',
  input: z.strictObject({ sprint: ref('sprint'), columns: z.enum(COLUMNS_BY).default('own'), lanes: z.enum(LANES_BY).default('none') }),
  needs: (_, { sprint }) => [{ may: 'read', on: { in: 'sprint', id: sprint } }],
  of: (view, { sprint, ...look }) => boardOf(view, view.get('sprint', sprint), look),
});
