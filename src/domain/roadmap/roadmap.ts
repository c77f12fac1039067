import { z } from 'zod';
import type { Item } from '../backlog/item.ts';
import { readingInPieces, type View } from '../collections.ts';
import { aboveTheLine } from '../cutline/above-the-line.ts';
import { cutLines } from '../cutline/cut-line.ts';
import { SURE, TOLD } from '../forecast/told.ts';
import type { Lines } from '../cutline/line.ts';
import type { Day } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { isOpenRelease, releasesByDate, type Release } from '../release/release.ts';
import { planWork } from '../schedule/plan-work.ts';
import { scheduled } from '../schedule/schedule-of.ts';
import { dayWith, type Schedule } from '../schedule/schedule.ts';
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
  /** Promised, and nobody can say when it is finished, or not within three years. */
  | { readonly code: 'not-planned'; readonly promised: Day }
  /** So many rows of the release do not fit until its date. */
  | { readonly code: 'does-not-fit'; readonly promised: Day; readonly rows: number };

/** What the roadmap shows: a release or an epic, on the timeline or, without a bar, in the lane of those without a date. */
export interface Entry {
  readonly kind: 'release' | 'epic';
  readonly id: string;
  readonly bar: Bar | null;
  /** What the schedule says, behind a promise too; null where nobody can say, or not within three years. */
  readonly computed: Span | null;
  readonly drift: Drift | null;
}

export interface Roadmap {
  readonly today: Day;
  /** Releases by date, then epics in rank order. */
  readonly entries: readonly EntryAnswer[];
}

/** An entry with how far it is, and how much of an epic a line takes. */
export interface EntryAnswer extends Entry {
  readonly name: string;
  readonly progress: Progress;
  readonly aboveTheLine: { readonly above: number; readonly of: number } | null;
}

/** What the roadmap knows from the lines alone; the epics' bars follow from the schedule. */
export interface RoadmapFacts {
  readonly today: Day;
  readonly releases: readonly EntryAnswer[];
  readonly epics: readonly (Pick<EntryAnswer, 'id' | 'name' | 'progress' | 'aboveTheLine'> & Pick<Item, 'promisedOn'>)[];
}

/** The releases of a product with their bars, and its epics as far as they are known without the schedule. */
export function roadmapFacts(view: View, lines: Lines): RoadmapFacts {
  // What was shipped on a day that nobody noted is past, and says nothing of where this is going.
  const releases = [...view.list(releasesByDate, lines.product)].filter(({ state, dueOn }) => state !== 'cancelled' && (state !== 'shipped' || dueOn !== null));
  const ends = releaseSpans(view, lines.product, lines.today);
  return {
    today: lines.today,
    releases: releases.map((release) => ({
      ...releaseEntry(release, lines, ends.get(release.id) ?? null),
      name: release.name,
      progress: progressOfRelease(view, release.id),
      aboveTheLine: null,
    })),
    epics: Array.from(view.list(openEpics, lines.product), (epic) => {
      const { id, title, promisedOn } = epic;
      return { id, name: title, promisedOn, progress: progressOf(view, epic), aboveTheLine: aboveTheLine(view, lines, epic) };
    }),
  };
}

/** The roadmap of a product: its releases and epics, by what was promised and what the schedule says. Null: the schedule is not worked out yet. */
export function roadmapFrom({ today, releases, epics }: RoadmapFacts, schedule: Schedule | null): Roadmap {
  return {
    today,
    entries: [...releases, ...epics.map(({ promisedOn, ...epic }) => ({ ...epic, ...epicEntry({ id: epic.id, promisedOn }, today, schedule) }))],
  };
}

/** From the likely begin of an epic's first open row, today where it is under way, to the day by which the last is finished with 85 %. */
function spanOf(schedule: Schedule, epic: string): Span | null {
  const expected = schedule.of(epic);
  const to = expected && dayWith(SURE, expected.days);
  if (!expected || to === null) return null;
  const from = expected.start ?? schedule.plan.today;
  return { from: from < to ? from : to, to };
}

/** Between which days, with 50 and with 95 %, an entry is finished; null: nobody can say, or it is counted by a pace, or not all of a release fits. */
export function likelySpan({ id, drift }: Entry, schedule: Schedule): Span | null {
  const expected = drift?.code === 'does-not-fit' ? null : schedule.of(id);
  if (!expected || expected.paced.length > 0) return null;
  const [from, to] = [dayWith(EARLY, expected.days), dayWith(LATE, expected.days)];
  return from !== null && to !== null ? { from, to } : null;
}

const [EARLY, , LATE] = TOLD;

function releaseEntry(release: Release, { lines }: Lines, span: Span | null): Entry {
  const rows = lines.find((line) => line.release === release.id)?.takeOut.length ?? 0;
  const drift: Drift | null = span && rows > 0 && isOpenRelease(release) ? { code: 'does-not-fit', promised: span.to, rows } : null;
  return { kind: 'release', id: release.id, bar: span && { ...span, isPromised: true }, computed: null, drift };
}

function epicEntry({ id, promisedOn }: Pick<Item, 'id' | 'promisedOn'>, today: Day, schedule: Schedule | null): Entry {
  const computed = schedule && spanOf(schedule, id);
  if (promisedOn === null) return { kind: 'epic', id, bar: computed && { ...computed, isPromised: false }, computed, drift: null };
  const from = computed?.from ?? today;
  return {
    kind: 'epic',
    id,
    bar: { from: from < promisedOn ? from : promisedOn, to: promisedOn, isPromised: true },
    computed,
    drift: schedule && driftOf(promisedOn, computed),
  };
}

function driftOf(promised: Day, computed: Span | null): Drift | null {
  if (!computed) return { code: 'not-planned', promised };
  return promised < computed.to ? { code: 'promised-before-computed', promised, computed: computed.to } : null;
}

export const roadmap = readingInPieces({
  name: 'roadmap',
  does: 'The releases and epics of a product on a timeline: what is promised, what the plan says, and where they have come apart.',
  route: '/products/{product}/roadmap',
  input: z.strictObject({ product: ref('product') }),
  needs: (_, { product }) => [{ may: 'read', on: { in: 'product', id: product } }],
  *inPieces(view, { product }, asking): Generator<void, Roadmap> {
    const lines = cutLines(view, product, asking);
    const facts = roadmapFacts(view, lines);
    return roadmapFrom(facts, yield* scheduled(planWork(view, lines)));
  },
});
