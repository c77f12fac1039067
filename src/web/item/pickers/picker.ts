import type { RefObject } from 'react';
import type { Item } from '../../../domain/backlog/item.ts';
import { useLook } from '../../store/hooks.ts';

/** What every picker takes: the items it is for, and where it stands. */
export interface PickerProps {
  readonly items: readonly string[];
  readonly triggerRef: RefObject<Element | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** After a value was chosen, so that a list can move its cursor on. */
  readonly onChosen?: (() => void) | undefined;
}

/** The items that a picker is for, as they are shown now; nothing while it is closed. */
export function usePicked({ items, isOpen }: Pick<PickerProps, 'items' | 'isOpen'>): readonly Item[] {
  return useLook((view) => (isOpen ? items.flatMap((id) => view.find('item', id) ?? []) : NONE), [items, isOpen]);
}

const NONE: readonly Item[] = [];
