import type { Entity } from '../kernel/change.ts';
import type { Day } from '../kernel/day.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

export const MILESTONE_KINDS = ['external', 'freeze', 'launch'] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/** A day that stands fast: a fair, a freeze, a launch. */
export interface Milestone extends Entity {
  readonly product: string;
  /** The release it belongs to; null: the product as a whole. */
  readonly release: string | null;
  readonly name: string;
  readonly on: Day;
  readonly kind: MilestoneKind;
}

export const milestonesOf: IndexOf<Milestone> = { name: 'milestonesOf', in: 'milestone', group: ({ product }) => product, order: ({ on }) => on };
export const milestonesOfRelease: IndexOf<Milestone> = {
  name: 'milestonesOfRelease',
  in: 'milestone',
  group: ({ release }) => release,
  order: ({ on }) => on,
};

export const milestones: Collection<Milestone> = {
  name: 'milestone',
  resource: 'milestones',
  fields: {
    product: { kind: 'ref', label: 'Product', to: 'product', by: milestonesOf },
    release: { kind: 'ref', label: 'Release', to: 'release', by: milestonesOfRelease },
    name: { kind: 'text', label: 'Name', max: 200 },
    on: { kind: 'day', label: 'Date', history: true },
    kind: { kind: 'choice', label: 'Kind' },
  },
};
