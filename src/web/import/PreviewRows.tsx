import type { SourceItem } from '../../io/source-row.ts';
import { StateMark } from '../backlog/marks/StateMark.tsx';
import { TypeMark } from '../backlog/marks/TypeMark.tsx';
import { estimateText } from '../backlog/row/EstimateCell.tsx';
import { Tag } from '../ui/Tag.tsx';
import { cell, head } from './table-look.ts';

/** The first rows of the file as the items that they will be. */
export function PreviewRows({ items }: { items: readonly SourceItem[] }) {
  return (
    <table className="w-full">
      <thead>
        <tr>
          {['', 'Key', 'Title', 'State', 'Estimate', 'Release', 'Sprint', 'Assignee', 'Tags', 'Created', 'Closed'].map((name) => (
            <th key={name} className={head}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.source} className="border-t border-edge whitespace-nowrap">
            <td className={cell}>
              <TypeMark type={item.type} />
            </td>
            <td className={`${cell} font-mono text-s text-ink-3`}>{item.key}</td>
            <td className={cell}>
              <span className="block max-w-90 truncate" title={item.title}>
                {item.title}
              </span>
            </td>
            <td className={cell}>
              {item.state && (
                <span className="flex items-center gap-1.5">
                  <StateMark group={item.state.group} label="" />
                  {item.state.name}
                </span>
              )}
            </td>
            <td className={`${cell} num text-center`}>{item.estimate && estimateText(item.estimate)}</td>
            <td className={cell}>{item.release}</td>
            <td className={cell}>{item.sprint}</td>
            <td className={cell}>{item.assignee?.name}</td>
            <td className={cell}>
              <span className="flex gap-1">
                {(item.tags ?? []).slice(0, 3).map((tag) => (
                  <Tag key={tag} name={tag} />
                ))}
              </span>
            </td>
            <td className={`${cell} num text-s text-ink-2`}>{item.createdOn}</td>
            <td className={`${cell} num text-s text-ink-2`}>{item.resolvedOn}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
