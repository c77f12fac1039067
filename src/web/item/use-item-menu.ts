import { nameIn } from '../app/name-in.ts';
import { useMay, useShown } from '../store/hooks.ts';
import type { MenuEntry } from '../ui/menu-entry.ts';
import { toasts } from '../ui/toasts.ts';
import { addressOf } from './address-of.ts';
import { itemMenu, type ItemMenuDeeds } from './item-menu.tsx';
import { callsOf } from './menu-calls.ts';
import { useItemChange } from './use-item-change.ts';
import { useRefusal } from './use-refusal.ts';

/** The entries of the menu of items, for a context menu or the ⋯ of a panel; none while there are no items. */
export function useItemMenu(ids: readonly string[], { onOpen, onPick }: Pick<ItemMenuDeeds, 'onOpen' | 'onPick'>): readonly MenuEntry[] {
  const view = useShown();
  const change = useItemChange(ids);
  const calls = callsOf(view, ids);
  const canEdit = useMay('edit-items', { in: 'item', id: ids[0] ?? '' });
  const refusals = {
    edit: useRefusal(calls.edit),
    state: useRefusal(calls.state),
    parent: useRefusal(calls.parent),
    release: useRefusal(calls.release),
    sprint: useRefusal(calls.sprint),
    move: useRefusal(calls.move),
    park: useRefusal(calls.park),
    unpark: useRefusal(calls.unpark),
    reopen: useRefusal(calls.reopen),
    decline: useRefusal(calls.decline),
    trash: useRefusal(calls.trash),
    restore: useRefusal(calls.restore),
  };
  return itemMenu(view, ids, {
    onOpen,
    onPick,
    refusals,
    canEdit,
    onDo: (call, says) => change(call, says),
    onCopy: (what) => {
      const lines = ids.flatMap((id) => {
        const item = view.find('item', id);
        return item ? [what === 'key' ? nameIn(view)('item', id) : `${location.origin}${addressOf(view, item)}`] : [];
      });
      void copy(lines.join('\n'));
    },
  });
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  toasts.show(text.includes('\n') ? `Copied ${text.split('\n').length} lines` : `Copied ${text}`);
}
