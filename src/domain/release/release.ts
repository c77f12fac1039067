import type { Entity } from '../kernel/change.ts';
import type { Day, Instant } from '../kernel/day.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

export const RELEASE_STATES = ['planned', 'active', 'shipped', 'cancelled'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** What goes out together, and the goal that it serves. */
export interface Release extends Entity {
  readonly product: string;
  readonly name: string;
  readonly goal: string;
  readonly startOn: Day | null;
  /** Promised to those who wait for it. Without one it draws no line. */
  readonly dueOn: Day | null;
  readonly state: ReleaseState;
  /** The member who answers for it. */
  readonly lead: string | null;
  /** The teams that work on it; empty: every team of the product. */
  readonly teams: readonly string[];
  /** With what chance its line may be relied on, 0.85 say: what the line takes is what is delivered by then at least so likely. */
  readonly confidence: number;
  /** The day it was shipped; null while it is not. */
  readonly shippedOn: Day | null;
  /** The current version of its notes. */
  readonly notes: string | null;
  /** When its notes were published for whoever has the link; null while they are not. */
  readonly publishedAt: Instant | null;
}

export const USUAL_CONFIDENCE = 0.85;

/** What a release is when it is made. */
export const NEW_RELEASE = {
  state: 'planned',
  lead: null,
  teams: [],
  confidence: USUAL_CONFIDENCE,
  shippedOn: null,
  notes: null,
  publishedAt: null,
} as const satisfies Partial<Release>;

export const isOpenRelease = ({ state }: Release): boolean => state === 'planned' || state === 'active';

/** All releases of a product: by date, then by name; those without a date last. */
export const releasesByDate: IndexOf<Release> = {
  name: 'releasesByDate',
  in: 'release',
  group: ({ product }) => product,
  order: ({ dueOn, name }) => `${dueOn ?? '9999-99-99'} ${name}`,
};

export const releases: Collection<Release> = {
  name: 'release',
  resource: 'releases',
  fields: {
    product: { kind: 'ref', label: 'Product', to: 'product', by: releasesByDate },
    name: { kind: 'text', label: 'Name', max: 100 },
    goal: { kind: 'text', label: 'Release goal', max: 500 },
    startOn: { kind: 'day', label: 'Start', history: true },
    dueOn: { kind: 'day', label: 'Date', history: true },
    state: { kind: 'choice', label: 'State', history: true },
    lead: { kind: 'ref', label: 'Lead', to: 'member' },
    teams: { kind: 'refs', label: 'Teams', to: 'team' },
    confidence: { kind: 'number', label: 'Confidence' },
    shippedOn: { kind: 'day', label: 'Shipped', with: 'state' },
    notes: { kind: 'long-text', label: 'Release notes' },
    publishedAt: { kind: 'instant', label: 'Notes published' },
  },
};
