import type { ItemType } from '../backlog/item-type.ts';
import type { StateGroup } from '../backlog/state-group.ts';
import type { Day } from '../kernel/day.ts';
import type { ReleaseState } from '../release/release.ts';
import type { SprintState } from '../sprint/sprint.ts';

/** From a day on something was this; what a later step does not name stayed as it was. */
export type Step<T> = { readonly day: Day } & Partial<T>;

export interface ItemWas {
  type: ItemType;
  group: StateGroup | null;
  parent: string | null;
  release: string | null;
  sprint: string | null;
  points: number | null;
  isParked: boolean;
  isTrashed: boolean;
}
export interface ReleaseWas {
  state: ReleaseState | null;
  dueOn: Day | null;
}
export interface SprintWas {
  state: SprintState | null;
}

/** A year: nobody asks how it was on a day before. */
export const PAST_DAYS = 365;

/** Whether what a release or a sprint was is planned or under way: what is over is no plan for what is still in it. */
export const wasOpen = (state: unknown): boolean => state === 'planned' || state === 'active';

/** Something with what it was, oldest first. */
export interface Past<T> {
  readonly id: string;
  readonly steps: readonly Step<T>[];
}

/** Where everything of a product stood in the funnel, day by day. */
export interface FunnelHistory {
  /** The first and the last day that it tells of. */
  readonly from: Day;
  readonly day: Day;
  readonly items: readonly Past<ItemWas>[];
  readonly releases: readonly (Past<ReleaseWas> & { readonly name: string })[];
  readonly sprints: readonly Past<SprintWas>[];
}
