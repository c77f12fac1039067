import { z } from 'zod';
import type { Item } from '../backlog/item.ts';
import { reading, type View } from '../collections.ts';
import { aboveTheLine } from '../cutline/above-the-line.ts';
import { cutLines } from '../cutline/cut-line.ts';
import type { Lines } from '../cutline/line.ts';
import type { Day } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { isOpenRelease, releasesByDate, type Release } from '../release/release.ts';
import { epicSpans } from '../cutline/epic-spans.ts';
import { openEpics } from './open-epics.ts';
import { progressOf, progressOfRelease, type Progress } from './progress.ts';
import { releaseSpans, type Span } from '../release/release-span.ts';

/** A bar is computed until a person promises its end. */
export interface Bar extends Span {
  /** A hard end with a pin, which never moves by itself. */
  readonly isPromised: boolean;
}

/** Where a promise and the plan have come apart. */
export type Drift =
  /** `Promised 12 Mar, computed 30 Apr`. */
  | { readonly code: 'promised-before-computed'; readonly promised: Day; readonly computed: Day }
  /** Promised, and no line takes anything of it. */
  | { readonly code: 'not-planned'; readonly promised: Day }
  /** So many rows of the release do not fit until its date. */
  | { readonly code: 'does-not-fit'; readonly promised: Day; readonly rows: number };

/** What the roadmap shows: a release or an epic, on the timeline or, without a bar, in the lane of those without a date. */
export interface Entry {
  readonly kind: 'release' | 'epic';
  readonly id: string;
  readonly bar: Bar | null;
  /** What the plan says, behind a promise too; null where no line takes anything of it. */
  readonly computed: Span | null;
  readonly drift: Drift | null;
}

export interface Roadmap {
  readonly today: Day;
  /** Releases by date, then epics in rank order. */
  readonly entries: readonly Entry[];
}

/** The roadmap of a product: its releases and epics, by what was promised and what the lines say. */
export function roadmapOf(view: View, lines: Lines): Roadmap {
  // What was shipped on a day that nobody noted is past, and says nothing of where this is going.
  const releases = [...view.list(releasesByDate, lines.product)].filter(({ state, dueOn }) => state !== 'cancelled' && (state !== 'shipped' || dueOn !== null));
  const ends = releaseSpans(view, lines.product, lines.today);
  const computed = epicSpans(view, lines);
  const epics = [...view.list(openEpics, lines.product)];
  return {
    today: lines.today,
    entries: [
      ...releases.map((release) => releaseEntry(release, lines, ends.get(release.id) ?? null)),
      ...epics.map((epic) => epicEntry(epic, lines.today, computed.get(epic.id) ?? null)),
    ],
  };
}

function releaseEntry(release: Release, { lines }: Lines, span: Span | null): Entry {
  const rows = lines.find((line) => line.release === release.id)?.takeOut.length ?? 0;
  const drift: Drift | null = span && rows > 0 && isOpenRelease(release) ? { code: 'does-not-fit', promised: span.to, rows } : null;
  return { kind: 'release', id: release.id, bar: span && { ...span, isPromised: true }, computed: null, drift };
}

function epicEntry({ id, promisedOn }: Item, today: Day, computed: Span | null): Entry {
  if (promisedOn === null) return { kind: 'epic', id, bar: computed && { ...computed, isPromised: false }, computed, drift: null };
  const from = computed?.from ?? today;
  return {
    kind: 'epic',
    id,
    bar: { from: from < promisedOn ? from : promisedOn, to: promisedOn, isPromised: true },
    computed,
    drift: driftOf(promisedOn, computed),
  };
}

function driftOf(promised: Day, computed: Span | null): Drift | null {
  if (!computed) return { code: 'not-planned', promised };
  return promised < computed.to ? { code: 'promised-before-computed', promised, computed: computed.to } : null;
}

/** An entry as the API gives it: with how far it is, and how much of an epic a line takes. */
export interface EntryAnswer extends Entry {
  readonly name: string;
  readonly progress: Progress;
  readonly aboveTheLine: { readonly above: number; readonly of: number } | null;
}

export const roadmap = reading({
  name: 'roadmap',
  does: 'The releases and epics of a product on a timeline: what is promised, what the plan says, and where they have come apart.',
  route: '/products/{product}/roadmap',
  input: z.strictObject({ product: ref('product') }),
  needs: (_, { product }) => [{ may: 'read', on: { in: 'product', id: product } }],
  of(view, { product }, asking): { today: Day; entries: EntryAnswer[] } {
    const lines = cutLines(view, product, asking);
    const { today, entries } = roadmapOf(view, lines);
    return { today, entries: entries.map((entry) => withProgress(view, lines, entry)) };
  },
});

function withProgress(view: View, lines: Lines, entry: Entry): EntryAnswer {
  if (entry.kind === 'release') return { ...entry, name: view.get('release', entry.id).name, progress: progressOfRelease(view, entry.id), aboveTheLine: null };
  const epic = view.get('item', entry.id);
  return { ...entry, name: epic.title, progress: progressOf(view, epic), aboveTheLine: aboveTheLine(view, lines, epic) };
}
