import type { View } from '../collections.ts';
import type { Day } from '../kernel/day.ts';
import { releasesByDate, type Release } from './release.ts';

/** From which day to which a bar runs, both included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The bars of a product's releases that have a date, by release: each from its start (else the previous release's date, else today) to its date. */
export function releaseSpans(view: View, product: string, today: Day): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  let previous: Day | null = null;
  for (const release of view.list(releasesByDate, product)) {
    if (release.dueOn === null || release.state === 'cancelled') continue;
    spans.set(release.id, spanOf(release, release.dueOn, previous ?? today));
    previous = release.dueOn;
  }
  return spans;
}

/** A bar never ends before it begins: what should have ended in the past is as long as a day. */
function spanOf({ startOn }: Release, to: Day, otherwise: Day): Span {
  const from = startOn ?? otherwise;
  return { from: from < to ? from : to, to };
}
