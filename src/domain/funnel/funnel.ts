import { z } from 'zod';
import type { Item } from '../backlog/item.ts';
import { deliveredSince } from '../backlog/done.ts';
import { openItems, rankedRows } from '../backlog/open.ts';
import { reading, type View } from '../collections.ts';
import { pointsOf } from '../estimation/estimate.ts';
import { median } from '../estimation/median.ts';
import { sumOf } from '../estimation/sum.ts';
import { byCodeUnit } from '../kernel/change.ts';
import { addDays, dayIn, daysBetween, type Day, type Instant } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import { isOpenRelease, releasesByDate, type Release } from '../release/release.ts';
import { isOpenSprint } from '../sprint/sprint-rules.ts';

/** From what might be built to what was. */
export const FUNNEL_STAGES = ['unplanned', 'later', 'next', 'sprint', 'done'] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

/** Days for which something counts as done lately. */
export const LATELY_DAYS = 90;

export interface Stage {
  readonly stage: FunnelStage;
  /** What is in it: in rank order, and what is done by when, newest first. */
  readonly items: readonly string[];
  readonly points: number;
  readonly unestimated: number;
  /** The median of the days since they came to be, of what is done until it was; null for none. */
  readonly medianAgeDays: number | null;
}

export interface Funnel {
  readonly today: Day;
  readonly stages: readonly Stage[];
  /** The release that `next` is about; null while none is open. */
  readonly next: string | null;
  /** Everything open, and the most that the product may have; null: no limit. */
  readonly open: number;
  readonly sizeLimit: number | null;
}

/** Every ranked row of a product once, and what was done lately, by how far it has come. */
export function funnelOf(view: View, product: string, { now }: { now: Instant }): Funnel {
  const { zone, sizeLimit } = view.get('product', product);
  const today = dayIn(zone, now);
  const next = nextRelease(view, product)?.id ?? null;
  const found: Record<FunnelStage, Item[]> = { unplanned: [], later: [], next: [], sprint: [], done: doneLately(view, product, today) };
  for (const item of view.list(rankedRows, product)) found[stageOf(view, item, next)].push(item);
  const stages = FUNNEL_STAGES.map((stage) => stageFrom(stage, found[stage].map(countedOf), today));
  return { today, stages, next, open: view.list(openItems, product).length, sizeLimit };
}

/** The open release that comes first: by date, those without one last. */
export function nextRelease(view: View, product: string): Release | undefined {
  for (const release of view.list(releasesByDate, product)) if (isOpenRelease(release)) return release;
  return undefined;
}

/** How far an open row has come: a sprint counts before a release; a release that is closed and a sprint that is over do not count. */
function stageOf(view: View, { sprint, release }: Item, next: string | null): FunnelStage {
  if (sprint !== null && isOpenSprint(view.get('sprint', sprint))) return 'sprint';
  if (release === null || !isOpenRelease(view.get('release', release))) return 'unplanned';
  return release === next ? 'next' : 'later';
}

/** What is delivered on its own and was done in the last days, newest first. */
const doneLately = (view: View, product: string, today: Day): Item[] =>
  deliveredSince(view, product, addDays(today, 1 - LATELY_DAYS)).sort((a, b) => byCodeUnit(b.closedOn!, a.closedOn!) || byCodeUnit(a.id, b.id));

/** What a stage counts of an item. */
export interface Counted {
  readonly id: string;
  readonly points: number | null;
  readonly createdOn: Day;
  readonly closedOn: Day | null;
}

const countedOf = ({ id, estimate, createdOn, closedOn }: Item): Counted => ({ id, points: pointsOf(estimate), createdOn, closedOn });

/** A stage with its figures. */
export function stageFrom(stage: FunnelStage, items: readonly Counted[], today: Day): Stage {
  const points = items.map((item) => item.points);
  const ages = items.map(({ createdOn, closedOn }) => Math.max(0, daysBetween(createdOn, stage === 'done' ? (closedOn ?? today) : today)));
  return {
    stage,
    items: items.map(({ id }) => id),
    points: sumOf(points, (one) => one ?? 0),
    unestimated: points.filter((one) => one === null).length,
    medianAgeDays: ages.length === 0 ? null : median(ages),
  };
}

export const funnel = reading({
  name: 'funnel',
  does: 'The backlogs of a product side by side: how much is unplanned, in later releases, in the next one, in a sprint and done lately.',
  route: '/products/{product}/funnel',
  input: z.strictObject({ product: ref('product') }),
  needs: (_, { product }) => [{ may: 'read', on: { in: 'product', id: product } }],
  of: (view, { product }, asking) => funnelOf(view, product, asking),
});
