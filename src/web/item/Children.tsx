import type { ReactNode } from 'react';
import type { Item } from '../../domain/backlog/item.ts';
import { childrenOf } from '../../domain/backlog/item.ts';
import { rollUpOf } from '../../domain/backlog/roll-up.ts';
import { useLook } from '../store/hooks.ts';
import { AddChild } from './AddChild.tsx';
import { ItemLink } from './item-links.tsx';
import { rollUpWords } from './roll-up-words.ts';

/** What it is made of: how far that is, what it adds up to, and each of its children. */
export function Children({ item, canEdit, note }: { item: Item; canEdit: boolean; note: ReactNode }) {
  const children = useLook((view) => [...view.list(childrenOf, item.id)].filter(({ trashedAt }) => trashedAt === null).map(({ id }) => id), [item.id]);
  const sums = useLook((view) => rollUpOf(view, item), [item]);
  if (item.type === 'task' || (children.length === 0 && !canEdit)) return null;
  return (
    <section aria-label="Children" className="grid gap-1">
      <div className="flex items-baseline gap-2 text-s text-ink-2">
        <h3 className="font-semibold">{item.type === 'epic' || item.type === 'feature' ? 'Children' : 'Tasks'}</h3>
        {note !== undefined && <span>{note}</span>}
        {sums && <span className="num ms-auto text-end">{rollUpWords(sums)}</span>}
      </div>
      {sums && sums.parts > 0 && (
        <span aria-hidden="true" className="h-1 overflow-hidden rounded-full bg-edge">
          <span className="block h-full rounded-full bg-done" style={{ width: `${(sums.done / sums.parts) * 100}%` }} />
        </span>
      )}
      <ul className="grid">
        {children.map((id) => (
          <li key={id} className="flex min-h-7 min-w-0 items-center max-tablet:min-h-touch">
            <ItemLink id={id} />
          </li>
        ))}
      </ul>
      {canEdit && <AddChild item={item} />}
    </section>
  );
}
