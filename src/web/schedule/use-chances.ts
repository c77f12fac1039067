import { use, useEffect, useState } from 'react';
import type { Likely } from '../../domain/cutline/likely.ts';
import { StoreContext, useFault } from '../store/hooks.ts';
import { fetchedOnDemand } from '../ui/on-demand.ts';

/** The chances of a product in which teams wait for each other. */
export interface ShownChances {
  /** Null: none have been worked out yet. */
  readonly likely: Likely | null;
  /** Whether something has changed since. */
  readonly isOld: boolean;
}

/** What works chances out beside the page. */
export const chancesBeside = fetchedOnDemand(() => import('./chances-beside.ts'));

const NONE: ShownChances = { likely: null, isOld: true };

/** The chances from trials, worked out beside the page, where teams wait for each other; the old ones until the new ones are there. What that takes is fetched where it is so. */
export function useChances(product: string, isWaiting: boolean): ShownChances {
  const { store } = use(StoreContext)!; // every page stands in it
  const report = useFault();
  const [shown, setShown] = useState(NONE);
  useEffect(() => {
    if (!isWaiting) return;
    let leave = () => {};
    let isLeft = false;
    chancesBeside().then(({ watchChances }) => {
      if (!isLeft) leave = watchChances(store, product, setShown);
    }, report);
    return () => {
      isLeft = true;
      leave();
      setShown(NONE);
    };
  }, [store, product, isWaiting, report]);
  return shown;
}
