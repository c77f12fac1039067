import type { View } from '../collections.ts';
import { linksTo } from '../dependency/link.ts';
import { categoryOf } from '../backlog/category.ts';
import { criteriaOf } from '../backlog/criterion.ts';
import type { Item } from '../backlog/item.ts';
import { keyOf } from '../backlog/item-key.ts';
import { positionOf } from '../backlog/move-items.ts';
import { groupOf, isOpen } from '../backlog/open.ts';
import { teamOf, teamsOf } from '../team/team-of.ts';

/** The open items that must be finished before this one can be; one that the reader may not know of goes by the id of the link. */
function blockersOf(view: View, item: Item): string[] {
  const blocking = Array.from(view.list(linksTo, item.id)).filter(({ type }) => type === 'blocks');
  return blocking
    .map(({ from }) => from)
    .filter((id) => {
      const blocker = view.find('item', id);
      return blocker ? isOpen(view, blocker) : view.find('occupied', id)?.open === true;
    });
}

/** An item as the API shows it: with its key, its place and what follows from its neighbours. */
export function presentItem(view: View, item: Item) {
  const { id, version, touchedAt, number: _, placedAs: __, sprintRank: ___, description, team: own, ...fields } = item;
  return {
    id,
    key: keyOf(view, item),
    ...fields,
    category: categoryOf(item),
    stateGroup: groupOf(view, item),
    position: positionOf(view, item),
    team: teamOf(view, item, teamsOf(view, item.product)[0]?.id ?? null),
    ownTeam: own,
    descriptionVersion: description,
    criteria: Array.from(view.list(criteriaOf, id), ({ id: criterion, text, done }) => ({ id: criterion, text, done })),
    blockedBy: blockersOf(view, item),
    updatedAt: touchedAt ?? null,
    version: version ?? 0,
  };
}
