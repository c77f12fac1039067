import { reasonOf } from './why.ts';
import type { Planned } from './ripple.ts';

/** A row that must wait for another one. */
export interface Held {
  readonly item: string;
  /** Null: an item that the asker may not see. */
  readonly by: string | null;
}

/** So many rows are looked at: more conflicts than that are not read while something is dragged. */
const MOST = 50;

/** Which of some rows a change leaves held by what is not planned before them, where nothing held them before. */
export function newlyHeld(before: Planned, after: Planned, items: readonly string[]): Held[] {
  return items.slice(0, MOST).flatMap((item) => {
    const now = holding(after, item);
    const was = holding(before, item);
    return now && now.by !== was?.by ? [now] : [];
  });
}

function holding({ view, lines }: Planned, id: string): Held | null {
  const item = view.find('item', id);
  const reason = item && reasonOf(view, lines, item).reason;
  if (reason?.code === 'held') return { item: id, by: reason.by };
  return reason?.code === 'held-by-hidden' ? { item: id, by: null } : null;
}
