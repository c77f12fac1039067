import type { Category } from '../../../domain/backlog/category.ts';
import type { ItemType } from '../../../domain/backlog/item-type.ts';
import type { View } from '../../../domain/collections.ts';
import type { Day } from '../../../domain/kernel/day.ts';
import { TAGS_BETWEEN, type LanesBy } from '../../../domain/sprint/lanes.ts';
import { categoryName } from '../../app/category-name.ts';
import { nameIn } from '../../app/name-in.ts';
import { TYPE_WORDS } from '../../readiness/check-words.ts';
import { shortDay } from '../../ui/format-day.ts';

/** What the lane is called of what has nothing of the kind. */
const NOTHING: Record<LanesBy, string> = {
  none: '',
  assignee: 'Nobody',
  state: '',
  epic: 'Under nothing larger',
  parent: 'Under nothing larger',
  type: '',
  category: '',
  estimate: 'Not estimated',
  tag: 'Without tags',
  release: 'In no release',
  due: 'Without a due date',
  product: '',
};

/** What a lane is called. */
export function laneName(view: View, lane: string, by: LanesBy): string {
  if (lane === '') return NOTHING[by];
  const name = nameIn(view);
  switch (by) {
    case 'none':
      return '';
    case 'assignee':
      return name('member', lane);
    case 'state':
      return lane;
    case 'epic':
    case 'parent':
      return `${name('item', lane)} ${view.find('item', lane)?.title ?? ''}`;
    case 'type':
      return TYPE_WORDS[lane as ItemType]; // a lane of types is a type, and so with the others
    case 'category':
      return categoryName(lane as Category);
    case 'estimate':
      return estimateName(lane);
    case 'tag':
      return lane.split(TAGS_BETWEEN).join(', ');
    case 'release':
    case 'product':
      return name(by, lane);
    case 'due':
      return shortDay(lane as Day, '');
  }
}

/** `points 5`, `size M` and `hours 8` as people say them. */
function estimateName(lane: string): string {
  const [kind, value = ''] = lane.split(' ');
  if (kind === 'size') return value;
  const word = kind === 'points' ? 'point' : 'hour';
  return `${value} ${value === '1' ? word : `${word}s`}`;
}
