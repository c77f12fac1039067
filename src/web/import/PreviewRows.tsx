import type { ReactNode } from 'react';
import { DEFAULT_STATES } from '../../domain/backlog/default-states.ts';
import type { State } from '../../domain/backlog/state.ts';
import type { SourceItem } from '../../io/source-row.ts';
import { StateMark } from '../backlog/marks/StateMark.tsx';
import { TypeMark } from '../backlog/marks/TypeMark.tsx';
import { estimateText } from '../backlog/row/EstimateCell.tsx';
import { Tag } from '../ui/Tag.tsx';
import { cell, head } from './table-look.ts';

interface Column {
  readonly name: string;
  readonly look?: string;
  /** Empty where the row has nothing; a column that is empty in all rows is not drawn. */
  readonly show: (item: SourceItem) => ReactNode;
}

/** Where a row begins that says no state. */
const FIRST_STATE = DEFAULT_STATES[0]!;

const day = 'num text-s text-ink-2';

const COLUMNS: readonly Column[] = [
  { name: '', show: ({ type }) => <TypeMark type={type} /> },
  { name: 'Key', look: 'font-mono text-s text-ink-3', show: ({ key }) => key },
  { name: 'Title', show: ({ title }) => clipped(title, 'max-w-90') },
  { name: 'State', show: ({ state }) => <StateCell {...(state ?? FIRST_STATE)} /> },
  { name: 'Estimate', look: 'num text-center', show: ({ estimate }) => estimate && estimateText(estimate) },
  { name: 'Release', show: ({ release }) => release && clipped(release, 'max-w-45') },
  { name: 'Sprint', show: ({ sprint }) => sprint && clipped(sprint, 'max-w-35') },
  { name: 'Assignee', show: ({ assignee }) => assignee && clipped(assignee.name, 'max-w-40') },
  { name: 'Tags', show: ({ tags }) => tags && tags.length > 0 && <TagsCell tags={tags} /> },
  { name: 'Created', look: day, show: ({ createdOn }) => createdOn },
  { name: 'Closed', look: day, show: ({ resolvedOn }) => resolvedOn },
];

/** The first rows of the file as the items that they will be. */
export function PreviewRows({ items }: { items: readonly SourceItem[] }) {
  const columns = COLUMNS.filter(({ show }) => items.some((item) => Boolean(show(item))));
  return (
    <table className="w-full">
      <thead>
        <tr>
          {columns.map(({ name }) => (
            <th key={name} className={head}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.source} className="border-t border-edge whitespace-nowrap">
            {columns.map(({ name, look = '', show }) => (
              <td key={name} className={`${cell} ${look}`}>
                {show(item)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const clipped = (text: string, width: string) => (
  <span className={`block truncate ${width}`} title={text}>
    {text}
  </span>
);

function StateCell({ group, name }: Pick<State, 'group' | 'name'>) {
  return (
    <span className="flex items-center gap-1.5">
      <StateMark group={group} label="" />
      {clipped(name, 'max-w-35')}
    </span>
  );
}

function TagsCell({ tags }: { tags: readonly string[] }) {
  return (
    <span className="flex gap-1">
      {tags.slice(0, 3).map((tag) => (
        <Tag key={tag} name={tag} />
      ))}
    </span>
  );
}
