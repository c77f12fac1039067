import { useMemo, type ReactNode } from 'react';
import { RotateCcw } from 'lucide-react';
import { useItemChange } from '../item/use-item-change.ts';
import { Button } from '../ui/Button.tsx';
import { VirtualRows } from '../ui/VirtualRows.tsx';
import { headingOf } from './grouped-rows.ts';
import { useList } from './list-state.ts';
import { OverList } from './OverList.tsx';
import { useCursorKeys } from './use-cursor-keys.ts';
import { useItemRows } from './use-item-rows.ts';
import { grouped } from '../ui/grouped.ts';

interface SideListProps {
  readonly label: string;
  readonly product: string;
  /** Items, and headings between them. */
  readonly rows: readonly string[];
  readonly renderRow: (id: string) => ReactNode;
  readonly onOpen: (item: string) => void;
  /** The way back, for those who may go it. */
  readonly back: Back | null;
}

export interface Back {
  readonly verb: 'unparkItems' | 'restoreItems';
  readonly label: string;
  readonly says: string;
}

const isHeading = (id: string) => headingOf(id) !== null;

/** A list beside the ranked one: it is read, selected in, and what is in it brought back. */
export function SideList({ label, product, rows, renderRow, onOpen, back }: SideListProps) {
  const items = useMemo(() => rows.filter((id) => !isHeading(id)), [rows]);
  const list = useItemRows({ rows: items, onOpen, isPlain: isHeading });
  useCursorKeys(items, onOpen);
  return (
    <div className="relative flex h-full flex-col">
      {back && <BackBar key={back.verb} items={items} back={back} />}
      <div className="min-h-0 flex-1">
        <VirtualRows label={label} ids={rows} renderRow={renderRow} {...list} />
      </div>
      <OverList product={product} onOpen={onOpen} />
    </div>
  );
}

/** Brings back what is selected, or everything. */
function BackBar({ items, back }: { items: readonly string[]; back: Back }) {
  const selected = useList((list) => list.selected);
  const set = useList((list) => list.set);
  const meant = useMemo(() => (selected.size > 0 ? items.filter((id) => selected.has(id)) : items), [items, selected]);
  const change = useItemChange(meant);
  const count = grouped(meant.length);
  return (
    <div className="flex items-center gap-3 px-4 py-2">
      <span className="num flex-1 text-s text-ink-2">{items.length === 1 ? '1 item' : `${grouped(items.length)} items`}</span>
      <Button
        icon={<RotateCcw aria-hidden="true" />}
        onClick={() => {
          change({ verb: back.verb, input: { items: [...meant] } }, back.says);
          set({ selected: new Set() });
        }}
      >
        {selected.size > 0 ? `${back.label} ${count}` : items.length === 1 ? back.label : `${back.label} all ${count}`}
      </Button>
    </div>
  );
}
