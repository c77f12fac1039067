import type { Entity } from '../kernel/change.ts';
import type { Instant } from '../kernel/day.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

export const IMPORT_STATES = ['running', 'done', 'cancelled', 'taken-back'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** One file taken in: which, how far, and what came of it. Stopped in between, it says at which row. */
export interface ImportRun extends Entity {
  readonly product: string;
  readonly file: string;
  /** SHA-256 of the file's bytes, hex. */
  readonly hash: string;
  readonly state: ImportState;
  readonly startedAt: Instant;
  /** Rows of the file, and how many of them are dealt with. */
  readonly rows: number;
  readonly done: number;
  readonly made: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
}

export const importsOf: IndexOf<ImportRun> = { name: 'importsOf', in: 'import', group: ({ product }) => product, order: ({ startedAt }) => startedAt };

export const imports: Collection<ImportRun> = {
  name: 'import',
  resource: 'imports',
  fields: {
    product: { kind: 'ref', label: 'Product', to: 'product', by: importsOf },
    file: { kind: 'text', label: 'File', max: 260 },
    hash: { kind: 'text', label: 'Hash', max: 64 },
    state: { kind: 'choice', label: 'State' },
    startedAt: { kind: 'instant', label: 'Started' },
    rows: { kind: 'number', label: 'Rows' },
    done: { kind: 'number', label: 'Done' },
    made: { kind: 'number', label: 'Made' },
    updated: { kind: 'number', label: 'Updated' },
    unchanged: { kind: 'number', label: 'Unchanged' },
    skipped: { kind: 'number', label: 'Skipped' },
  },
};
