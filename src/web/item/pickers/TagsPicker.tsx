import { useMemo } from 'react';
import { tagsOf } from '../../backlog/tags-of.ts';
import { useLook, useShown } from '../../store/hooks.ts';
import { ChoicePopover } from '../../ui/ChoicePopover.tsx';
import { hueOf } from '../../ui/hue.ts';
import { useItemChange } from '../use-item-change.ts';
import { useRefusal } from '../use-refusal.ts';
import { usePicked, type PickerProps } from './picker.ts';
import { sharedValues } from './shared-values.ts';

const MOST_TAGS = 50;
const LONGEST_TAG = 60;

/** Puts tags on items and takes them off, one after another; what was typed becomes a new one. */
export function TagsPicker(props: PickerProps) {
  const { items: ids, triggerRef, isOpen, onOpenChange } = props;
  const view = useShown();
  const items = usePicked(props);
  const product = items[0]?.product;
  const known = useMemo(() => (isOpen && product !== undefined ? tagsOf(view, product) : []), [view, isOpen, product]);
  const used = useLook((now) => [...new Set(ids.flatMap((id) => now.find('item', id)?.tags ?? []))], [ids]);
  const refusal = useRefusal(isOpen ? { verb: 'updateItems', input: { items: [...ids], addTags: [] } } : null);
  const change = useItemChange(ids);
  const { all, hintOf } = sharedValues(items, ({ tags }) => tags);
  const isFull = items.some(({ tags }) => tags.length >= MOST_TAGS);
  const put = (tag: string) => change({ verb: 'updateItems', input: { items: [...ids], addTags: [tag] } }, `tag ${tag}`);
  const choices = [...new Set([...used, ...known])].map((tag) => ({
    id: tag,
    label: tag,
    icon: <span style={{ '--hue': hueOf(tag) } as React.CSSProperties} className="hued size-2 rounded-full bg-tag" />,
    hint: hintOf(tag),
    disabledReason: refusal ?? (isFull && !all.includes(tag) ? `At most ${MOST_TAGS} tags` : undefined),
  }));
  return (
    <ChoicePopover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      label="Tags"
      placeholder="Find or write a tag"
      isMany
      choices={choices}
      chosen={all}
      onChoose={(tag) => {
        if (all.includes(tag)) change({ verb: 'updateItems', input: { items: [...ids], removeTags: [tag] } }, `without tag ${tag}`);
        else put(tag);
      }}
      onCreate={refusal === undefined && !isFull ? (name) => put(name.slice(0, LONGEST_TAG)) : undefined}
    />
  );
}
