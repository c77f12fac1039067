import { itemsByRank } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { importsOf } from '../import/import-run.ts';
import { membersByName } from '../member/member.ts';
import { releasesByDate } from '../release/release.ts';

export const FIRST_STEPS = ['backlog', 'line', 'show'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** How far a new product has come. */
export interface FirstSteps {
  readonly done: Readonly<Record<FirstStep, boolean>>;
  /** Items of any state in the product. */
  readonly items: number;
  /** Whether there is nothing left to say: all done, or dismissed. */
  readonly isOver: boolean;
}

/** So many items are a backlog, also without an import. */
const A_BACKLOG = 10;

/**
 * The three steps of a new product: a backlog in (an import, or ten items), the line drawn (a release with a date), and somebody shown
 * (a second person with a role in the workspace, or the roadmap printed, which only the browser knows).
 */
export function firstSteps(view: View, { product, isRoadmapPrinted }: { product: string; isRoadmapPrinted: boolean }): FirstSteps {
  const items = view.list(itemsByRank, product).length;
  const done = {
    backlog: items >= A_BACKLOG || hasImport(view, product),
    line: hasDatedRelease(view, product),
    show: isRoadmapPrinted || isShared(view),
  };
  const isHidden = [...view.all('workspace')].some(({ stepsHidden }) => stepsHidden);
  return { done, items, isOver: isHidden || FIRST_STEPS.every((step) => done[step]) };
}

function hasImport(view: View, product: string): boolean {
  for (const { state, made, updated, unchanged } of view.list(importsOf, product)) if (state === 'done' && made + updated + unchanged > 0) return true;
  return false;
}

function hasDatedRelease(view: View, product: string): boolean {
  for (const { dueOn, state } of view.list(releasesByDate, product)) if (dueOn !== null && state !== 'cancelled') return true;
  return false;
}

/** Invited is enough: people without a role were only named. */
function isShared(view: View): boolean {
  let withRole = 0;
  for (const { role } of view.list(membersByName, 'all')) if (role !== null && ++withRole > 1) return true;
  return false;
}
