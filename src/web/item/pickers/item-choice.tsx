import type { Item } from '../../../domain/backlog/item.ts';
import { groupOf } from '../../../domain/backlog/open.ts';
import { isClosedGroup } from '../../../domain/backlog/state-group.ts';
import type { View } from '../../../domain/collections.ts';
import { nameIn } from '../../app/name-in.ts';
import { TypeMark } from '../../backlog/marks/TypeMark.tsx';
import type { Choice } from '../../ui/ChoicePopover.tsx';

/** An item as something to choose: its type and key, its title, and why it is not open if it is not. */
export function itemChoice(view: View, item: Item, disabledReason?: string): Choice {
  const group = groupOf(view, item);
  const hint = item.trashedAt !== null ? 'in the trash' : item.parkedAt !== null ? 'parked' : isClosedGroup(group) ? group : undefined;
  return { id: item.id, label: item.title, lead: nameIn(view)('item', item.id), hint, icon: <TypeMark type={item.type} label="" />, disabledReason };
}
