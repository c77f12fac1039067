import { isLarger } from '../../../domain/backlog/item-type.ts';
import type { Item } from '../../../domain/backlog/item.ts';
import { isOpen as isOpenItem } from '../../../domain/backlog/open.ts';
import { useShown } from '../../store/hooks.ts';
import { ChoicePopover, type Choice } from '../../ui/ChoicePopover.tsx';
import { findItems } from '../find-items.ts';
import { useItemChange } from '../use-item-change.ts';
import { useRefusal } from '../use-refusal.ts';
import { itemChoice } from './item-choice.tsx';
import { usePicked, type PickerProps } from './picker.ts';
import { sharedValues } from './shared-values.ts';

const MOST = 100;

/** Puts items under a larger one of their product, found by its key or words. */
export function ParentPicker(props: PickerProps) {
  const { items: ids, triggerRef, isOpen, onOpenChange, onChosen } = props;
  const view = useShown();
  const items = usePicked(props);
  const refusal = useRefusal(isOpen ? { verb: 'setParent', input: { items: [...ids], parent: null } } : null);
  const change = useItemChange(ids);
  const { all, hintOf } = sharedValues(items, ({ parent }) => [parent]);
  const product = items[0]?.product;
  const fits = (other: Item) => items.every(({ type }) => isLarger(other.type, type)) && (isOpenItem(view, other) || all.includes(other.id));
  const search = (typed: string): Choice[] =>
    product === undefined
      ? []
      : findItems(view, [product], { typed, most: MOST, fits }).map((item) => {
          const choice = itemChoice(view, item, refusal);
          return { ...choice, hint: hintOf(item.id) ?? choice.hint };
        });
  const put = (parent: string | null, says: string) => {
    change({ verb: 'setParent', input: { items: [...ids], parent } }, says);
    onChosen?.();
  };
  return (
    <ChoicePopover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      label="Parent"
      placeholder="Key or words of a larger item"
      isWide
      choices={[]}
      search={search}
      chosen={all}
      onChoose={(id) => put(id, `under ${view.find('item', id)?.title ?? ''}`)}
      noneLabel={refusal === undefined ? 'No parent' : undefined}
      onNone={() => put(null, 'without a parent')}
    />
  );
}
