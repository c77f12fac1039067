import { rankedRows } from '../../domain/backlog/open.ts';
import type { Item } from '../../domain/backlog/item.ts';
import { cutLines } from '../../domain/cutline/cut-line.ts';
import type { Planned } from '../../domain/cutline/ripple.ts';
import type { Asking } from '../../domain/kernel/reading.ts';
import type { Way } from '../../domain/tradeoffs/way.ts';
import { useNow } from '../app/use-now.ts';
import { useLook } from '../store/hooks.ts';
import { useSlices } from './use-slices.ts';

/** What is asked: which ways in or out there are. */
export type Question = (plan: Planned, item: Item, asking: Asking) => Generator<void, readonly Way[]>;

/** The answer to a question about a row; undefined until it is there. */
export function useWays(question: Question, { product, item }: { product: string; item: string }): readonly Way[] | undefined {
  const now = useNow();
  const lines = useLook((view) => cutLines(view, product, { now }), [product, now]);
  const order = useLook((view) => view.list(rankedRows, product).mark, [product]);
  return useSlices(
    function* (view) {
      const record = view.find('item', item);
      return record ? yield* question({ view, lines: cutLines(view, product, { now }) }, record, { now }) : [];
    },
    [question, product, item, now, lines, order],
  );
}
