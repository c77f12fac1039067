import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { isOpenRelease, releasesByDate } from '../release/release.ts';
import { sprintsFor } from '../sprint/shown-sprint.ts';
import { nextRelease, type FunnelStage } from './funnel.ts';

/** Where something can go in the funnel: out of every plan, into a release, or into a sprint. */
export type FunnelTarget =
  | { readonly stage: 'unplanned' }
  | { readonly stage: 'next' | 'later'; readonly release: string }
  | { readonly stage: 'sprint'; readonly sprint: string };

/** Everywhere that something of a product can go, as it stands in the funnel from left to right. */
export function funnelTargets(view: View, product: string): FunnelTarget[] {
  const next = nextRelease(view, product)?.id ?? null;
  const open = Array.from(view.list(releasesByDate, product)).filter(isOpenRelease);
  const later = open.filter(({ id }) => id !== next).map(({ id }): FunnelTarget => ({ stage: 'later', release: id }));
  const sprints = sprintsFor(view, product).filter(({ state }) => state !== 'closed');
  return [
    { stage: 'unplanned' },
    ...later,
    ...(next === null ? [] : [{ stage: 'next', release: next } as const]),
    ...sprints.map(({ id }): FunnelTarget => ({ stage: 'sprint', sprint: id })),
  ];
}

/** Where a drop on a stage puts something: the first that there is; undefined where nothing can be dropped. */
export const targetOf = (targets: readonly FunnelTarget[], stage: FunnelStage): FunnelTarget | undefined => targets.find((target) => target.stage === stage);

/** The calls that bring an item there. What leaves a sprint backwards keeps its release unless it is told otherwise. */
export function callsTo({ id, sprint, release }: Item, target: FunnelTarget) {
  const items = [id];
  if (target.stage === 'sprint') return [{ verb: 'planInSprint', input: { items, sprint: target.sprint } } as const];
  const into = target.stage === 'unplanned' ? null : target.release;
  return [
    ...(sprint === null ? [] : [{ verb: 'planInSprint', input: { items, sprint: null } } as const]),
    ...(release === into ? [] : [{ verb: 'putInRelease', input: { items, release: into } } as const]),
  ];
}
