import type { Item } from '../../../domain/backlog/item.ts';
import { isOpen as isOpenItem } from '../../../domain/backlog/open.ts';
import type { View } from '../../../domain/collections.ts';
import { linksFrom, linksTo } from '../../../domain/dependency/link.ts';
import { productsByKey } from '../../../domain/product/product.ts';
import { nameIn } from '../../app/name-in.ts';
import { useLook, useShown } from '../../store/hooks.ts';
import type { Why } from '../../store/command.ts';
import { ChoicePopover, type Choice } from '../../ui/ChoicePopover.tsx';
import { findItems } from '../find-items.ts';
import { LINK_NAMES, linkFor, sideOf, type LinkKind } from '../link-kind.ts';
import { useItemChange } from '../use-item-change.ts';
import { itemChoice } from './item-choice.tsx';
import { usePicked, type PickerProps } from './picker.ts';

const MOST = 100;

export interface LinkPickerProps extends PickerProps {
  readonly kind: LinkKind;
  /** Where a refusal is said in place, a circle of blockers say; without it a toast says it. */
  readonly onRefused?: ((why: Why) => void) | undefined;
}

/** Links items to another one, found by its key or words. */
export function LinkPicker(props: LinkPickerProps) {
  const { items: ids, triggerRef, isOpen, onOpenChange, onChosen, kind, onRefused } = props;
  const view = useShown();
  const items = usePicked(props);
  const change = useItemChange(ids);
  const linked = useLook(
    (now) =>
      ids.map((id) =>
        [...now.list(linksFrom, id), ...now.list(linksTo, id)]
          .map((link) => sideOf(link, id))
          .filter((side) => side.kind === kind)
          .map(({ other }) => other),
      ),
    [ids, kind],
  );
  const product = items[0]?.product;
  const isFit = (other: Item) => !ids.includes(other.id) && other.trashedAt === null && !linked.every((others) => others.includes(other.id));
  const search = (typed: string): Choice[] =>
    product === undefined
      ? []
      : findItems(view, ownFirst(view, product), { typed, most: MOST, fits: (other) => isFit(other) && (typed !== '' || isOpenItem(view, other)) }).map(
          (item) => itemChoice(view, item),
        );
  return (
    <ChoicePopover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      label={LINK_NAMES[kind]}
      placeholder={`${LINK_NAMES[kind]}: key or words`}
      isWide
      choices={[]}
      search={search}
      chosen={[]}
      onChoose={(other) => {
        onChosen?.();
        const missing = ids.filter((_, at) => !linked[at]?.includes(other));
        change(
          missing.map((id) => ({ verb: 'createLink' as const, input: linkFor(kind, id, other) })),
          `${LINK_NAMES[kind].toLowerCase()} ${nameIn(view)('item', other)}`,
          { onRefused },
        );
      }}
    />
  );
}

/** Every product that is seen, the items' own first. */
const ownFirst = (view: View, product: string): string[] => [
  product,
  ...Array.from(view.list(productsByKey, 'all'), ({ id }) => id).filter((id) => id !== product),
];
