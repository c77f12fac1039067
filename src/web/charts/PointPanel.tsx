import { useEffect, useMemo, useRef, useState } from 'react';
import { useParams } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { flowItems, type FlowItems } from '../../domain/flow/flow-items.ts';
import { pointItems, type FlowPoint, type PointItem } from '../../domain/flow/point-items.ts';
import { AppLink } from '../app/AppLink.tsx';
import { HistoryNotLoaded } from '../app/HistoryNotLoaded.tsx';
import { nameIn } from '../app/name-in.ts';
import { places, type At } from '../app/places.ts';
import { TypeMark } from '../backlog/marks/TypeMark.tsx';
import { useHistoryReading, useShown } from '../store/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { grouped } from '../ui/grouped.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { figureOf, titleOf } from './point-words.ts';

interface PointPanelProps {
  readonly product: string;
  readonly point: FlowPoint;
  readonly today: string;
  readonly onClose: () => void;
}

/** So many items stand in the list at first, and so many more come with each press. */
const AT_ONCE = 100;

/** The items that a figure of the flow is made of, beside the charts. */
export function PointPanel({ product, point, today, onClose }: PointPanelProps) {
  const { state, value } = useHistoryReading(flowItems, { product });
  const head = useFocusWhileOpen();
  return (
    <div className="grid content-start">
      <header className="sticky top-0 z-10 flex items-start gap-2 border-b border-edge bg-surface px-4 py-3">
        <h2 ref={head} tabIndex={-1} className="min-w-0 flex-1 font-semibold text-pretty outline-none">
          {titleOf(point, { states: value?.states ?? [], today })}
        </h2>
        <IconButton label="Close" keys="Escape" isFramed icon={<X aria-hidden="true" />} onClick={onClose} />
      </header>
      {state === 'failed' ? (
        <div className="p-4">
          <HistoryNotLoaded />
        </div>
      ) : value ? (
        <Items history={value} point={point} today={today} />
      ) : (
        <Skeleton className="m-4 h-40" />
      )}
    </div>
  );
}

/** The list has the focus when it opens, and what opened it has it again when it closes. */
function useFocusWhileOpen() {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    head.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return head;
}

function Items({ history, point, today }: { history: FlowItems; point: FlowPoint; today: string }) {
  const items = useMemo(() => pointItems(history, point), [history, point]);
  const [most, setMost] = useState(AT_ONCE);
  const left = items.length - most;
  return (
    <>
      <p className="num px-4 pt-3 pb-1 text-s text-ink-2">{items.length === 1 ? '1 item' : `${grouped(items.length)} items`}</p>
      <ul className="divide-y divide-edge">
        {items.slice(0, most).map((item) => (
          <li key={`${item.item} ${item.on} ${item.turn}`}>
            <ItemLine told={item} figure={figureOf(point, item, today)} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <div className="border-t border-edge px-4 py-3">
          <Button onClick={() => setMost(most + AT_ONCE)}>{`Show ${Math.min(left, AT_ONCE)} of ${grouped(left)} more`}</Button>
        </div>
      )}
    </>
  );
}

/** An item with its figure; what is no longer there is said to be so. */
function ItemLine({ told, figure }: { told: PointItem; figure: string }) {
  const at = useParams({ strict: false }) as At;
  const view = useShown();
  const item = view.find('item', told.item);
  if (!item)
    return (
      <p className="flex gap-3 px-4 py-2 text-ink-2">
        <span className="flex-1">An item that is no longer there</span>
        <span className="num text-s">{figure}</span>
      </p>
    );
  const key = nameIn(view)('item', told.item);
  return (
    <AppLink href={places.item(at, key)} className="grid gap-0.5 px-4 py-2 hover:bg-hover focus-visible:bg-hover">
      <span className="wrap-anywhere" dir="auto">
        {item.title}
      </span>
      <span className="flex min-w-0 items-center gap-1.5 text-s text-ink-2">
        <TypeMark type={item.type} />
        <span className="flex-1 font-mono text-ink-3">{key}</span>
        <span className="num">{figure}</span>
      </span>
    </AppLink>
  );
}
