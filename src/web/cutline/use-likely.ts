import { useEffect, useRef, useState } from 'react';
import { chanceOfRelease, shownChances } from '../../domain/cutline/chances.ts';
import type { Planned } from '../../domain/cutline/ripple.ts';
import { useLook, useMay } from '../store/hooks.ts';
import type { Likely } from './lines-board.ts';

/** The chances follow what is dragged when it has rested for so long, and after so long at the latest. */
const REST_MS = 30;
const LATEST_MS = 100;

export interface Following {
  /** Before anything was dragged. */
  readonly now: Likely;
  readonly drawn: Likely;
  readonly isOld: boolean;
}

/** The chances of a plan. What the drop would give is reckoned a moment after its line is drawn, so that the line never waits for it. */
export function useLikely(product: string, now: Planned, after: Planned | null): Following {
  const maySee = useMay('see-forecasts', { in: 'product', id: product });
  const { lines } = now;
  const likely = useLook((view) => (maySee ? likelyOf({ view, lines }) : NONE), [maySee, lines]);
  const [followed, setFollowed] = useState<{ readonly plan: Planned; readonly likely: Likely } | null>(null);
  const since = useRef<number | null>(null);
  useEffect(() => {
    if (!after || !maySee) return;
    since.current ??= performance.now();
    const latest = Math.max(0, since.current + LATEST_MS - performance.now());
    const timer = setTimeout(
      () => {
        since.current = null;
        setFollowed({ plan: after, likely: likelyOf(after) });
      },
      Math.min(REST_MS, latest),
    );
    return () => clearTimeout(timer);
  }, [after, maySee]);
  const isDragging = after !== null;
  useEffect(
    () => () => {
      since.current = null;
      setFollowed(null);
    },
    [isDragging],
  );
  if (!after) return { now: likely, drawn: likely, isOld: false };
  return { now: likely, drawn: followed?.likely ?? likely, isOld: maySee && followed?.plan !== after };
}

const NONE: Likely = { rows: {}, releases: {} };

function likelyOf({ view, lines }: Planned): Likely {
  const releases: Record<string, number> = {};
  for (const line of lines.lines) {
    const chance = chanceOfRelease(view, lines, line);
    if (chance !== null) releases[line.release] = chance;
  }
  return { rows: Object.fromEntries(shownChances(view, lines)), releases };
}
