import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { CircleDot, Ellipsis, Flag, Gauge, Tag, User, X } from 'lucide-react';
import { afterClosing } from '../item/after-closing.ts';
import type { PickKind } from '../item/pickers/ItemPicker.tsx';
import { LazyItemPicker } from '../item/pickers/LazyItemPicker.tsx';
import { useItemMenu } from '../item/use-item-menu.ts';
import { useMay } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { noRows, useList } from './list-state.ts';
import { grouped } from '../ui/grouped.ts';

const QUICK: readonly { kind: PickKind; label: string; keys: string; icon: React.ReactNode }[] = [
  { kind: 'state', label: 'State', keys: 'S', icon: <CircleDot aria-hidden="true" /> },
  { kind: 'assignee', label: 'Assignee', keys: 'A', icon: <User aria-hidden="true" /> },
  { kind: 'estimate', label: 'Estimate', keys: 'E', icon: <Gauge aria-hidden="true" /> },
  { kind: 'tags', label: 'Tags', keys: 'L', icon: <Tag aria-hidden="true" /> },
  { kind: 'release', label: 'Release', keys: 'R', icon: <Flag aria-hidden="true" /> },
];

/** Over the list while rows are selected: how many, and what can be done with all of them at once. */
export function BulkBar() {
  const selected = useList((list) => list.selected);
  return selected.size === 0 ? null : <Selected selected={selected} />;
}

function Selected({ selected }: { selected: ReadonlySet<string> }) {
  const set = useList((list) => list.set);
  const items = useMemo(() => [...selected], [selected]);
  const canEdit = useMay('edit-items', { in: 'item', id: items[0]! });
  const [picking, setPicking] = useState<PickKind | 'menu' | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const count = grouped(selected.size);
  useLayoutEffect(() => {
    // Toasts stand above the bar.
    const { style } = document.documentElement;
    style.setProperty('--toast-lift', '48px');
    return () => void style.removeProperty('--toast-lift');
  }, []);
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-4 z-20 flex justify-center px-3 max-tablet:bottom-3">
      <div
        ref={bar}
        role="toolbar"
        aria-label={`${count} selected`}
        className="pointer-events-auto flex max-w-full items-center gap-0.5 rounded-panel bg-float py-1 ps-3 pe-1 shadow-float ring-1 ring-edge"
      >
        <span role="status" className="num pe-2 font-medium whitespace-nowrap">
          {count} selected
        </span>
        {canEdit && (
          <>
            {QUICK.map(({ kind, label, keys, icon }) => (
              <Button
                key={kind}
                variant="quiet"
                icon={icon}
                data-tip={label}
                data-tip-keys={keys}
                aria-label={label}
                onClick={() => setPicking(kind)}
                className="@max-2xl/main:px-1.5"
              >
                <span className="@max-2xl/main:hidden">{label}</span>
              </Button>
            ))}
            <IconButton label="More" icon={<Ellipsis aria-hidden="true" />} aria-haspopup="menu" onClick={() => setPicking('menu')} />
          </>
        )}
        <IconButton label="Select nothing" keys="Escape" icon={<X aria-hidden="true" />} onClick={() => set({ selected: noRows })} />
      </div>
      {picking === 'menu' && (
        <More
          items={items}
          bar={bar}
          onPick={(kind) => afterClosing(() => setPicking(kind))}
          onClose={() => setPicking((now) => (now === 'menu' ? null : now))}
        />
      )}
      {picking !== null && picking !== 'menu' && (
        <LazyItemPicker key={picking} kind={picking} items={items} triggerRef={bar} isOpen onOpenChange={(isOpen) => !isOpen && setPicking(null)} />
      )}
    </div>
  );
}

function More({
  items,
  bar,
  onPick,
  onClose,
}: {
  items: readonly string[];
  bar: React.RefObject<HTMLDivElement | null>;
  onPick: (kind: PickKind) => void;
  onClose: () => void;
}) {
  const entries = useItemMenu(items, { onPick });
  return <Menu triggerRef={bar} isOpen onOpenChange={(isOpen) => !isOpen && onClose()} label="Selected items" entries={entries} placement="top end" />;
}
