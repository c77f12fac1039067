import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import type { Lines } from './line.ts';
import { releaseSpans, type Span } from '../release/release-span.ts';

/**
 * The computed bars of a product's epics, by epic: from the first start to the last date among the releases whose lines take an open child
 * of it, or the epic itself while it has none. The cost follows what the lines take.
 */
export function epicSpans(view: View, { product, today, lines }: Lines): ReadonlyMap<string, Span> {
  const releases = releaseSpans(view, product, today);
  const spans = new Map<string, Span>();
  for (const line of lines) {
    const span = releases.get(line.release)!;
    for (const id of line.taken) {
      const epic = epicOf(view, view.get('item', id));
      if (epic !== null) spans.set(epic, around(spans.get(epic) ?? span, span));
    }
  }
  return spans;
}

/** The epic that an item belongs to: itself, its parent or the parent's. */
function epicOf(view: View, item: Item): string | null {
  let at: Item | undefined = item;
  while (at && at.type !== 'epic') at = at.parent === null ? undefined : view.find('item', at.parent);
  return at?.id ?? null;
}

const around = (a: Span, b: Span): Span => ({ from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to });
