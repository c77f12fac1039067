import type { ItemType } from '../../domain/backlog/item-type.ts';
import { TypeMark } from '../backlog/marks/TypeMark.tsx';
import type { MenuEntry } from '../ui/menu-entry.ts';

interface TypeChoice {
  readonly current: ItemType;
  readonly refusals: Readonly<Record<ItemType, string | undefined>>;
  readonly onChoose: (type: ItemType) => void;
}

/** Types to choose from; grey with the reason where parent or children stand against it. */
export function typeEntries(types: readonly ItemType[], { current, refusals, onChoose }: TypeChoice): MenuEntry[] {
  return types.map((type) => ({
    id: type,
    label: `${type[0]!.toUpperCase()}${type.slice(1)}`,
    icon: <TypeMark type={type} label="" />,
    isChosen: type === current,
    disabledReason: type === current ? undefined : refusals[type],
    run: () => type !== current && onChoose(type),
  }));
}
