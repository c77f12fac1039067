import { useState } from 'react';
import type { Item } from '../../../domain/backlog/item.ts';
import { Tag } from '../../ui/Tag.tsx';
import { useItemChange } from '../use-item-change.ts';
import { Fact } from './Fact.tsx';

/** More than these are shown when they are asked for. */
const MOST_SHOWN = 12;

/** Its tags, each with its way out. */
export function TagsFact({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const [isAll, setIsAll] = useState(false);
  const change = useItemChange([item.id]);
  const remove = (tag: string) => change({ verb: 'updateItems', input: { items: [item.id], removeTags: [tag] } }, `without tag ${tag}`);
  const shown = isAll || item.tags.length <= MOST_SHOWN ? item.tags : item.tags.slice(0, MOST_SHOWN - 1);
  const hidden = item.tags.slice(shown.length);
  return (
    <Fact label="Tags">
      <span className="flex flex-wrap items-center gap-1 py-0.75">
        {shown.map((tag) => (
          <Tag key={tag} name={tag} onRemove={canEdit ? () => remove(tag) : undefined} />
        ))}
        {hidden.length > 0 && (
          <button
            type="button"
            data-tip={hidden.join(', ')}
            onClick={() => setIsAll(true)}
            className="hit num relative rounded-full px-1.5 text-xs text-ink-2 hover:bg-hover hover:text-ink"
          >
            {hidden.length} more
          </button>
        )}
      </span>
    </Fact>
  );
}
