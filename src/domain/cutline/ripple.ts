import type { View } from '../collections.ts';
import type { Day } from '../kernel/day.ts';
import { epicSpans } from './epic-spans.ts';
import type { Lines } from './line.ts';

/** A plan at one moment: what was, or what a fork would make of it. */
export interface Planned {
  readonly view: View;
  readonly lines: Lines;
}

/** What a change does to the lines of a product, shown before it is made and named after it was. */
export interface Ripple {
  /** Rows that a line takes now and none did before. */
  readonly comesIn: readonly { readonly item: string; readonly line: string }[];
  /** Rows that no line takes any more. */
  readonly fallsOut: readonly { readonly item: string; readonly line: string }[];
  /** Rows that another line takes than before. */
  readonly changesLine: readonly { readonly item: string; readonly from: string; readonly to: string }[];
  /** Lines that stand elsewhere or until another day; null: there is none on that side. */
  readonly lines: readonly { readonly line: string; readonly before: Standing | null; readonly after: Standing | null }[];
  /** Promises that held before and do not now. */
  readonly crossed: readonly Crossed[];
}

interface Standing {
  readonly after: string | null;
  readonly date: Day;
}

export type Crossed =
  /** Rows of a release that no longer fit until its date. */
  | { readonly code: 'release'; readonly release: string; readonly date: Day; readonly items: readonly string[] }
  /** The plan takes an item past the day promised for it; null: no line takes anything of it any more. */
  | { readonly code: 'item'; readonly item: string; readonly promised: Day; readonly computed: Day | null };

/** Who changes sides between two plans of a product, which lines move, and which promises are crossed. */
export function ripple(before: Planned, after: Planned): Ripple {
  const then = (item: string) => lineTaking(before.lines, item);
  const now = (item: string) => lineTaking(after.lines, item);
  const wasIn = Object.keys(before.lines.takenBy);
  const isIn = Object.keys(after.lines.takenBy);
  return {
    comesIn: isIn.filter((item) => then(item) === null).map((item) => ({ item, line: now(item)! })),
    fallsOut: wasIn.filter((item) => now(item) === null).map((item) => ({ item, line: then(item)! })),
    changesLine: wasIn.filter((item) => now(item) !== null && now(item) !== then(item)).map((item) => ({ item, from: then(item)!, to: now(item)! })),
    lines: movedLines(before.lines, after.lines),
    crossed: [...crossedReleases(before.lines, after.lines), ...crossedItems(before, after)],
  };
}

const lineTaking = ({ lines, takenBy }: Lines, item: string): string | null => lines[takenBy[item] ?? -1]?.id ?? null;

function movedLines(before: Lines, after: Lines): Ripple['lines'] {
  const ids = new Set([...before.lines, ...after.lines].map(({ id }) => id));
  const moved = Array.from(ids, (line) => ({ line, before: standing(before, line), after: standing(after, line) }));
  return moved.filter((line) => line.before?.after !== line.after?.after || line.before?.date !== line.after?.date);
}

function standing({ lines }: Lines, id: string): Standing | null {
  const line = lines.find((one) => one.id === id);
  return line ? { after: line.after, date: line.date } : null;
}

function crossedReleases(before: Lines, after: Lines): Crossed[] {
  return after.lines.flatMap((line): Crossed[] => {
    const held = before.lines.find(({ id }) => id === line.id);
    const items = line.takeOut.filter((item) => held?.taken.includes(item));
    return items.length > 0 ? [{ code: 'release', release: line.release, date: line.date, items }] : [];
  });
}

function crossedItems(before: Planned, after: Planned): Crossed[] {
  const was = epicSpans(before.view, before.lines);
  const is = epicSpans(after.view, after.lines);
  return Array.from(was).flatMap(([id, then]): Crossed[] => {
    const promised = after.view.find('item', id)?.promisedOn;
    if (!promised || then.to > promised) return [];
    const computed = is.get(id)?.to ?? null;
    return computed === null || computed > promised ? [{ code: 'item', item: id, promised, computed }] : [];
  });
}
