import { useMemo, useState, useSyncExternalStore } from 'react';
import { isOpen as isItemOpen } from '../../domain/backlog/open.ts';
import { keyOf } from '../../domain/backlog/item-key.ts';
import { productsByKey } from '../../domain/product/product.ts';
import { findItems } from '../item/find-items.ts';
import { useCommand, useMe, useShown } from '../store/hooks.ts';
import { CommandPalette, type Command } from '../ui/CommandPalette.tsx';
import { pageKeys } from '../ui/key-registry.ts';
import { places, type At } from './places.ts';
import { productOfKey } from './use-counts.ts';
import { useGo } from './use-go.ts';
import { useMayHere } from './use-may-here.ts';
import { useSession } from './use-session.ts';

export interface PaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly workspace: string;
  readonly at: At | null;
  readonly onKeys: () => void;
}

const MOST_FOUND = 20;
/** The palette's own keys, and those that only move the cursor: nobody looks these up to have them done. */
const isOwnOrCursor = (keys: string): boolean => keys === 'Mod+K' || keys === '?' || /^(Shift\+)?(Arrow\w+|Page\w+|Home|End|Escape|Enter|Space)$/.test(keys);

/** Every item by its words, every place, everything that the keys of this page do, and what has no key. */
export function Palette(props: PaletteProps) {
  if (!props.isOpen) return null;
  return <OpenPalette {...props} />;
}

function OpenPalette({ isOpen, onClose, workspace, at, onKeys }: PaletteProps) {
  const [typed, setTyped] = useState('');
  const go = useGo();
  const view = useShown();
  const session = useSession();
  const { role, may } = useMe();
  const mayHere = useMayHere();
  const command = useCommand();
  const bindings = useSyncExternalStore(pageKeys.subscribe, pageKeys.list);
  const product = at === null ? undefined : productOfKey(view, at.product);

  const found = useMemo(
    () =>
      product === undefined || typed.trim() === '' ? [] : findItems(view, [product], { typed, most: MOST_FOUND, fits: ({ trashedAt }) => trashedAt === null }),
    [view, product, typed],
  );
  const doable = bindings
    .filter(({ when, keys }) => (when?.() ?? true) && ![keys].flat().some(isOwnOrCursor))
    .map((binding): Command => {
      const keys = [binding.keys].flat()[0];
      return { id: `key ${keys}`, name: binding.description, sentence: binding.group, keys, run: () => binding.run(new KeyboardEvent('keydown')) };
    });
  const elsewhere = [
    ...Array.from(view.list(productsByKey, 'all'), ({ key, name }) => ({ key, name }))
      .filter(({ key }) => key !== at?.product)
      .map(({ key, name }): Command => ({
        id: `product ${key}`,
        name: `Go to ${name}`,
        sentence: 'Product',
        run: () => go(places.home({ workspace, product: key }, role)),
      })),
    ...(session?.workspaces ?? [])
      .filter(({ slug, id }) => slug !== workspace && id !== workspace)
      .map(({ slug, name }): Command => ({ id: `workspace ${slug}`, name: `Go to ${name}`, sentence: 'Workspace', run: () => go(places.workspace(slug)) })),
  ];
  const mayImport = product !== undefined && may('import', { in: 'product', id: product });
  const maySet = product !== undefined && may('edit-product', { in: 'product', id: product });
  const acts: Command[] = [
    ...(at !== null && mayImport ? [{ id: 'import', name: 'Import a file', sentence: 'Product', run: () => go(places.import(at)) }] : []),
    ...(at !== null && maySet ? [{ id: 'settings', name: 'Product settings', sentence: 'Product', run: () => go(places.settings(at)) }] : []),
    ...(mayHere('manage-members') ? [{ id: 'members', name: 'Invite a colleague', sentence: 'Workspace', run: () => go(places.members({ workspace })) }] : []),
    ...(mayHere('edit-product') ? [{ id: 'new-product', name: 'New product', sentence: 'Workspace', run: () => go(places.start(workspace)) }] : []),
  ];
  const title = typed.trim();
  const mayMake = product !== undefined && title !== '' && found.length === 0 && may('edit-items', { in: 'product', id: product });
  const commands: Command[] = [
    ...found.map((item): Command => {
      const key = keyOf(view, item);
      return {
        id: item.id,
        name: key === null ? item.title : `${key} ${item.title}`,
        sentence: isItemOpen(view, item) ? undefined : 'not open',
        run: () => at && go(places.item(at, key ?? item.id)),
      };
    }),
    ...doable,
    ...acts,
    ...elsewhere,
    { id: 'keys', name: 'Show all keys', sentence: 'Everywhere', keys: '?', run: onKeys },
    ...(mayMake
      ? [
          {
            id: 'make',
            name: `Make an item “${title}”`,
            run: () =>
              void command(
                { verb: 'createItems', input: { product, items: [{ title: title.slice(0, 500) }], place: { to: 'top' } } },
                { toast: 'Added at the top of the backlog' },
              ),
          },
        ]
      : []),
  ];
  return <CommandPalette isOpen={isOpen} onClose={onClose} commands={commands} onTyped={setTyped} placeholder="Find an item or something to do" />;
}
