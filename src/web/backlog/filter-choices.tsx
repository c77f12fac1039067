import { ITEM_TYPES } from '../../domain/backlog/item-type.ts';
import { statesOf } from '../../domain/backlog/state.ts';
import type { View } from '../../domain/collections.ts';
import { membersByName } from '../../domain/member/member.ts';
import { releasesByDate } from '../../domain/release/release.ts';
import { sprintsByName } from '../../domain/sprint/sprint.ts';
import { Avatar } from '../ui/Avatar.tsx';
import type { Choice } from '../ui/ChoicePopover.tsx';
import { ME, NONE, type FilterField } from './filter-query.ts';
import { StateMark } from './marks/StateMark.tsx';
import { TypeMark } from './marks/TypeMark.tsx';
import { tagsOf } from './tags-of.ts';

export const FIELD_NAMES: Readonly<Record<FilterField, string>> = {
  state: 'State',
  assignee: 'Assignee',
  tag: 'Tag',
  release: 'Release',
  sprint: 'Sprint',
  type: 'Type',
};

const NONE_NAMES: Partial<Record<FilterField, string>> = { assignee: 'Nobody', tag: 'No tag', release: 'No release', sprint: 'No sprint' };

/** How a word of a filter is shown: `none` as what it means of that field. */
export const wordName = (field: FilterField, word: string): string =>
  word === NONE ? (NONE_NAMES[field] ?? word) : word === ME && field === 'assignee' ? 'Me' : word;

/** The words that a field can be filtered by in a product, each with what it looks like. */
export function filterChoices(view: View, product: string, field: FilterField): Choice[] {
  const none: Choice[] = field in NONE_NAMES ? [{ id: NONE, label: wordName(field, NONE) }] : [];
  switch (field) {
    case 'type':
      return ITEM_TYPES.map((type) => ({ id: type, label: `${type[0]!.toUpperCase()}${type.slice(1)}`, icon: <TypeMark type={type} label="" /> }));
    case 'state':
      return Array.from(view.list(statesOf, product), ({ name, group }) => ({ id: name, label: name, icon: <StateMark group={group} label="" /> }));
    case 'assignee':
      return [
        { id: ME, label: 'Me' },
        ...none,
        ...onceEach(Array.from(view.list(membersByName, 'all'), ({ name }) => ({ id: name, label: name, icon: <Avatar name={name} isDecorative /> }))),
      ];
    case 'tag':
      return [...none, ...tagsOf(view, product).map((tag) => ({ id: tag, label: tag }))];
    case 'sprint':
      return [...none, ...onceEach(Array.from(view.list(sprintsByName, product), ({ name }) => ({ id: name, label: name })))];
    case 'release':
      return [
        ...none,
        ...onceEach(
          Array.from(view.list(releasesByDate, product), ({ name, state }) => ({
            id: name,
            label: name,
            hint: state === 'shipped' || state === 'cancelled' ? state : undefined,
          })),
        ),
      ];
  }
}

/** Several people of one name are one word. */
const onceEach = (choices: readonly Choice[]): Choice[] => [...new Map(choices.map((choice) => [choice.id, choice])).values()];
