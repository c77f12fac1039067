import { CATEGORIES, type Category } from '../../../domain/backlog/category.ts';
import { ChoicePopover } from '../../ui/ChoicePopover.tsx';
import { categoryOfOne, categoryOfOneInText } from '../category-of-one.ts';
import { useItemChange } from '../use-item-change.ts';
import { useRefusal } from '../use-refusal.ts';
import { usePicked, type PickerProps } from './picker.ts';
import { sharedValues } from './shared-values.ts';

/** Says what kind of work items are, where that is not what their type says. */
export function CategoryPicker(props: PickerProps) {
  const { items: ids, triggerRef, isOpen, onOpenChange, onChosen } = props;
  const items = usePicked(props);
  const change = useItemChange(ids);
  const refusal = useRefusal(isOpen ? set(ids, null) : null);
  const { all, hintOf } = sharedValues(items, (item) => [item.category]);
  const choose = (category: Category | null) => {
    change(set(ids, category), category === null ? 'category of its type' : categoryOfOneInText(category));
    onChosen?.();
  };
  return (
    <ChoicePopover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      label="Category"
      choices={CATEGORIES.map((id) => ({ id, label: categoryOfOne(id), hint: hintOf(id), disabledReason: refusal }))}
      chosen={all}
      onChoose={(id) => choose(CATEGORIES.find((one) => one === id) ?? null)}
      noneLabel="As its type"
      onNone={() => choose(null)}
    />
  );
}

const set = (ids: readonly string[], category: Category | null) => ({ verb: 'updateItems' as const, input: { items: [...ids], category } });
