import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { byCodeUnit } from '../kernel/change.ts';
import { membershipsOf } from '../team/membership.ts';

/** What one person has, or nobody. */
export interface PersonColumn {
  readonly of: 'person';
  readonly id: string;
  readonly name: string;
  /** Null: what nobody has yet. */
  readonly person: string | null;
}

const NOBODY: PersonColumn = { of: 'person', id: 'nobody', name: 'Nobody', person: null };

/** The column of a card on a board of people. */
export const columnOfPerson = ({ assignee }: Item): string => assignee ?? NOBODY.id;

/** What nobody has first, then the people of the team and whoever else has a card, by name. */
export function personColumns(view: View, cards: readonly Item[], team: string | null): PersonColumn[] {
  const own = team === null ? [] : Array.from(view.list(membershipsOf, team), ({ member }) => member);
  const people = new Set([...own, ...cards.flatMap(({ assignee }) => assignee ?? [])]);
  const columns = Array.from(people, (id): PersonColumn => ({ of: 'person', id, name: view.find('member', id)?.name ?? 'Somebody', person: id }));
  return [NOBODY, ...columns.toSorted((a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.id, b.id))];
}
