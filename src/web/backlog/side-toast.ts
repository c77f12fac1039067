import { rankedRows } from '../../domain/backlog/open.ts';
import type { View } from '../../domain/collections.ts';
import { cutLines } from '../../domain/cutline/cut-line.ts';
import { lineSides, type LineSides } from '../../domain/cutline/line-sides.ts';
import type { Instant } from '../../domain/kernel/day.ts';
import { nameIn } from '../app/name-in.ts';
import { grouped } from '../ui/grouped.ts';

/** What is said after a move, and which rows it pushed over a line: `TRL-231 above, TRL-214 below the 2.4 line`. */
export function sideToast({ view, after, product, items }: { view: View; after: View | null; product: string; items: readonly string[] }): {
  toast: string;
  flashed: readonly string[];
} {
  const name = nameIn(view);
  const subject = items.length === 1 ? name('item', items[0]!) : `${items.length} items`;
  if (!after) return { toast: `Moved ${subject}`, flashed: [] };
  const now = new Date().toISOString() as Instant; // an ISO instant
  const [nearest] = lineSides(cutLines(view, product, { now }), cutLines(after, product, { now }));
  const first = items[0] === undefined ? undefined : after.find('item', items[0]);
  const position = first ? after.placeOf(rankedRows, product, first) + 1 : null;
  const moved =
    position === null ? `Moved ${subject}` : `Moved ${subject} to position ${grouped(position)} of ${grouped(after.list(rankedRows, product).length)}`;
  return { toast: nearest ? sidesText(nearest, name) : moved, flashed: nearest?.below ?? [] };
}

function sidesText({ line, above, below }: LineSides, name: ReturnType<typeof nameIn>): string {
  const sides = [named(above, 'above', name), named(below, 'below', name)].filter((part) => part !== null);
  return `${sides.join(', ')} the ${name('release', line)} line`;
}

function named(rows: readonly string[], side: string, name: ReturnType<typeof nameIn>): string | null {
  const [first, ...others] = rows;
  if (first === undefined) return null;
  return others.length === 0 ? `${name('item', first)} ${side}` : `${name('item', first)} and ${others.length} more ${side}`;
}
