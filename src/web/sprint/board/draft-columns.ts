import type { StateGroup } from '../../../domain/backlog/state-group.ts';
import type { State } from '../../../domain/backlog/state.ts';

/** A column while it is being thought about. */
export interface DraftColumn {
  /** What it is known by here. */
  readonly key: string;
  /** Left out: it is new. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly groups: readonly StateGroup[];
  readonly states: readonly string[];
}

/** The choice of no column at all. */
export const NOWHERE = '';

/** The usual columns to begin with: one for each state, those of the same name and group together. */
export function namedFrom(states: readonly State[]): DraftColumn[] {
  const columns = new Map<string, DraftColumn>();
  for (const { id, name, group } of states) {
    const key = `${group} ${name}`;
    const known = columns.get(key);
    columns.set(key, known ? { ...known, states: [...known.states, id] } : { key, name, groups: [], states: [id] });
  }
  return [...columns.values()];
}

/** The same with a state in this column, or in none. Where its group stood in a column, the other states of the group stay there by name. */
export function withTaking(columns: readonly DraftColumn[], { state, key, states }: { state: string; key: string; states: readonly State[] }): DraftColumn[] {
  const group = states.find(({ id }) => id === state)?.group;
  const named = new Set(columns.flatMap((column) => column.states));
  const beside = states.filter((one) => one.group === group && !named.has(one.id)).map(({ id }) => id);
  return columns.map((column) => {
    const breaks = group !== undefined && column.groups.includes(group);
    const others = [...column.states, ...(breaks ? beside : [])].filter((id) => id !== state);
    return { ...column, groups: column.groups.filter((one) => !breaks || one !== group), states: column.key === key ? [...others, state] : others };
  });
}

/** The same with one column further left or right. */
export function movedBy(columns: readonly DraftColumn[], at: number, by: -1 | 1): DraftColumn[] {
  const to = at + by;
  const [one, other] = [columns[at], columns[to]];
  if (!one || !other) return [...columns];
  return columns.map((column, n) => (n === at ? other : n === to ? one : column));
}
