import type { View } from '../collections.ts';
import { openBlockers } from '../dependency/open-blockers.ts';
import { categoryOf } from '../backlog/category.ts';
import { criteriaOf } from '../backlog/criterion.ts';
import type { Item } from '../backlog/item.ts';
import { keyOf } from '../backlog/item-key.ts';
import { positionOf } from '../backlog/move-items.ts';
import { groupOf } from '../backlog/open.ts';
import { teamOf, teamsOf } from '../backlog/team-of.ts';

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
    blockedBy: openBlockers(view, item),
    updatedAt: touchedAt ?? null,
    version: version ?? 0,
  };
}
