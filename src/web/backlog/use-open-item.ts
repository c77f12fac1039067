import { useCallback } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { model } from '../../domain/model.ts';
import { nameIn } from '../app/name-in.ts';
import { useLook, useShown } from '../store/hooks.ts';
import { useKeys } from '../ui/use-keys.ts';
import { useList } from './list-state.ts';

/** The item whose panel is open, and Escape, which closes it: its key stands in the address, so that a link opens the same picture for a colleague. */
export function useOpenItem() {
  const { item: key } = useSearch({ strict: false }) as { item?: string };
  const go = useNavigate();
  const view = useShown();
  const id = useLook((at) => (key === undefined ? null : (model.resolve(at, 'item', key) ?? null)), [key]);
  const open = useCallback(
    (item: string | null) => {
      // A number is not known before the server has answered; until then the id stands in the address.
      const name = item === null ? undefined : nameIn(view)('item', item);
      const shown = name?.endsWith('…') ? item : name;
      void go({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, item: shown ?? undefined }),
        replace: key !== undefined && item !== null,
      } as never);
    },
    [go, view, key],
  );
  const step = (by: 1 | -1) => {
    const { rows: shown } = useList.getState();
    const at = id === null ? -1 : shown.indexOf(id);
    const next = at + by < 0 ? undefined : shown.at(at + by);
    if (next === undefined) return;
    useList.getState().set({ cursor: next });
    open(next);
  };
  const close = () => open(null);
  useKeys([{ keys: 'Escape', description: 'Close the item', group: 'Item', run: close, when: () => id !== null && useList.getState().selected.size === 0 }]);
  return { id, open: open as (item: string) => void, close, previous: () => step(-1), next: () => step(1) };
}
