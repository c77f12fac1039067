import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';

/** The tenant itself: one record, whose id is the workspace's. */
export interface WorkspaceRecord extends Entity {
  readonly name: string;
  /** In addresses: `northwind`. Unique on the server. */
  readonly slug: string;
  /** The example is switchable, removable in one step and never mixed with real data. */
  readonly isExample: boolean;
  /** Whether the strip of the first three steps was dismissed. */
  readonly stepsHidden: boolean;
}

export const workspaceRecords: Collection<WorkspaceRecord> = {
  name: 'workspace',
  resource: null,
  fields: {
    name: { kind: 'text', label: 'Name', max: 100 },
    slug: { kind: 'text', label: 'Address', max: 40, lasting: true },
    isExample: { kind: 'flag', label: 'Example', lasting: true },
    stepsHidden: { kind: 'flag', label: 'First steps hidden' },
  },
};
