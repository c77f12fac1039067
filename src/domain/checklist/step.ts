import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';
import { textSchema } from '../kernel/text.ts';

export const stepText = textSchema(500);
export const phaseName = textSchema(60);
/** A step is at most so many days before or after the release. */
export const FURTHEST_DAYS = 730;

/** Work for a release that is not code: docs, legal, pricing, training. */
export interface ReleaseStep extends Entity {
  readonly product: string;
  /** Null: it is a step of the product's template, which new checklists begin with. */
  readonly release: string | null;
  /** What it belongs to: `Prepare`, `Launch`. Steps with the same words are of one phase. */
  readonly phase: string;
  readonly text: string;
  /** Who sees to it. */
  readonly person: string | null;
  /** Due so many days after the release's date, before it where it is less than 0; null: any time. So it moves with the date. */
  readonly days: number | null;
  readonly done: boolean;
  /** A fractional key among the steps of its release or template; ties by id. */
  readonly place: string;
}

export const stepsOf: IndexOf<ReleaseStep> = { name: 'stepsOf', in: 'releaseStep', group: ({ release }) => release, order: ({ place }) => place };

/** The template of a product: the steps that belong to no release. */
export const templateSteps: IndexOf<ReleaseStep> = {
  name: 'templateSteps',
  in: 'releaseStep',
  group: ({ product, release }) => (release === null ? product : null),
  order: ({ place }) => place,
};

export const releaseSteps: Collection<ReleaseStep> = {
  name: 'releaseStep',
  resource: 'release-steps',
  fields: {
    product: { kind: 'ref', label: 'Product', to: 'product' },
    release: { kind: 'ref', label: 'Release', to: 'release', by: stepsOf },
    phase: { kind: 'text', label: 'Phase', max: 60 },
    text: { kind: 'text', label: 'Step', max: 500 },
    person: { kind: 'ref', label: 'Person', to: 'member' },
    days: { kind: 'number', label: 'Days from the date' },
    done: { kind: 'flag', label: 'Done', history: true },
    place: { kind: 'text', label: 'Place', max: 64 },
  },
};
