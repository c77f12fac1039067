import { useEffect, useRef, useState } from 'react';
import type { Likely } from '../../domain/cutline/likely.ts';
import type { Planned } from '../../domain/cutline/ripple.ts';
import { chancesBeside, useChances } from '../schedule/use-chances.ts';
import { useFault, useLook, useMay } from '../store/hooks.ts';
import { fetchedOnDemand } from '../ui/on-demand.ts';
import type { likelyAtOnce } from './reckon-likely.ts';

/** The chances follow what is dragged when it has rested for so long, and after so long at the latest; sooner where they are worked out beside the page, which takes a while. */
const REST_MS = 30;
const LATEST_MS = 100;
const LATEST_BESIDE_MS = 40;

export interface Following {
  /** Before anything was dragged. */
  readonly now: Likely;
  readonly drawn: Likely;
  readonly isOld: boolean;
}

/** The chances of a plan. What the drop would give is reckoned a moment after its line is drawn, so that the line never waits for it. */
export function useLikely(product: string, now: Planned, after: Planned | null): Following {
  const maySee = useMay('see-forecasts', { in: 'product', id: product });
  const { likely, isOld, isBeside } = useLikelyNow(product, now, maySee);
  const followed = useFollowed(maySee ? after : null, isBeside ? LATEST_BESIDE_MS : LATEST_MS);
  if (!after) return { now: likely, drawn: likely, isOld };
  return { now: likely, drawn: followed?.likely ?? likely, isOld: maySee && followed?.plan !== after };
}

const NONE: Likely = { items: {}, releases: {} };

/** The chances as all stands: at once where each team can be asked alone, else those of a moment ago until the trials are through. */
function useLikelyNow(product: string, { lines }: Planned, maySee: boolean): { likely: Likely; isOld: boolean; isBeside: boolean } {
  const reckon = useReckoning(maySee);
  const alone = useLook((view) => (reckon === null ? NONE : reckon(view, lines)), [reckon, lines]);
  const beside = useChances(product, alone === null);
  const [shown, setShown] = useState(NONE);
  const known = alone ?? beside.likely;
  if (known && known !== shown) setShown(known);
  return { likely: known ?? shown, isOld: alone === null && beside.isOld, isBeside: alone === null };
}

type Reckoning = typeof likelyAtOnce;
const reckoning = fetchedOnDemand(async () => (await import('./reckon-likely.ts')).likelyAtOnce);

/** Null until it is there, and for those who see no forecasts. */
function useReckoning(maySee: boolean): Reckoning | null {
  const [fetched, setFetched] = useState<Reckoning | null>(null);
  const report = useFault();
  useEffect(() => {
    if (maySee) reckoning().then((reckon) => setFetched(() => reckon), report);
  }, [maySee, report]);
  return maySee ? fetched : null;
}

interface Followed {
  readonly plan: Planned;
  readonly likely: Likely;
}

/** The chances of what the drop would give. While some are worked out beside the page only the newest plan waits. */
function useFollowed(after: Planned | null, latestMs: number): Followed | null {
  const [followed, setFollowed] = useState<Followed | null>(null);
  const report = useFault();
  const since = useRef<number | null>(null);
  const newest = useRef<Planned | null>(null);
  const isWorking = useRef(false);
  const isFollowing = useRef(false);
  useEffect(() => {
    newest.current = null;
    isFollowing.current = after !== null;
    if (!after) return;
    since.current ??= performance.now();
    const latest = Math.max(0, since.current + latestMs - performance.now());
    const timer = setTimeout(
      () => {
        since.current = null;
        newest.current = after;
        if (!isWorking.current) void follow().catch(report);
      },
      Math.min(REST_MS, latest),
    );
    return () => clearTimeout(timer);
  }, [after, latestMs, report]);
  const isDragging = after !== null;
  useEffect(
    () => () => {
      since.current = null;
      newest.current = null;
      setFollowed(null);
    },
    [isDragging],
  );
  return followed;

  async function follow(): Promise<void> {
    isWorking.current = true;
    try {
      for (let plan = newest.current; plan !== null; plan = newest.current) {
        newest.current = null;
        const likely = (await reckoning())(plan.view, plan.lines) ?? (await besideThePage(plan));
        if (isFollowing.current) setFollowed({ plan, likely });
      }
    } finally {
      isWorking.current = false;
    }
  }
}

const besideThePage = async (plan: Planned): Promise<Likely> => (await (await chancesBeside()).chancesOf(plan)) ?? NONE;
