import { endImport } from '../../src/domain/import/end-import.ts';
import { importRelations } from '../../src/domain/import/import-relations.ts';
import type { ImportRelation, ImportRow } from '../../src/domain/import/import-row.ts';
import { importRows } from '../../src/domain/import/import-rows.ts';
import { startImport } from '../../src/domain/import/start-import.ts';
import type { StateGroup } from '../../src/domain/backlog/state-group.ts';
import type { Kept } from '../../src/domain/kernel/draft.ts';
import type { Entry } from '../../src/domain/kernel/entry.ts';
import { APP } from './cast.ts';
import type { Who, World } from './world.ts';

/** A row as a test writes it: its cells are made from its fields, so that a changed field is a changed cell. */
export const rowOf = (source: string, fields: Partial<ImportRow> = {}): ImportRow => {
  const row = { source, key: null, title: source, ...fields };
  const { source: _, key: __, cells: ___, ...cells } = row;
  return { ...row, cells: fields.cells ?? Object.fromEntries(Object.entries(cells).map(([field, value]) => [field, JSON.stringify(value)])) };
};

export const tieOf = (source: string, { parent, links }: Pick<ImportRelation, 'parent' | 'links'>): ImportRelation => ({
  source,
  cells: { ...(parent === undefined ? {} : { parent: parent ?? '' }), ...(links === undefined ? {} : { links: JSON.stringify(links) }) },
  ...(parent === undefined ? {} : { parent }),
  ...(links === undefined ? {} : { links }),
});

interface Given {
  readonly rows: readonly ImportRow[];
  readonly ties?: readonly ImportRelation[];
  readonly states?: Readonly<Record<string, Exclude<StateGroup, 'triage'>>>;
  readonly product?: string;
  /** Other products that the same file went to. */
  readonly beside?: readonly string[];
  readonly highestNumber?: number;
  readonly as?: Who;
}

export interface Imported {
  readonly run: string;
  /** Oldest first. */
  readonly entries: readonly Entry[];
  readonly kept: readonly Kept[];
}

/** Takes rows in as an import does: begun, rows and ties in several entries, ended. */
export function takeIn(world: World, { rows, ties = [], states = {}, product = APP, beside = [], highestNumber = 0, as = 'pia' }: Given): Imported {
  const before = world.log.length;
  const start = {
    product,
    file: 'export.csv',
    hash: '0'.repeat(64),
    rows: rows.length,
    states: Object.entries(states).map(([name, group]) => ({ name, group })),
    highestNumber,
  };
  const begun = world.run(startImport, start, as);
  const run = begun.made[0]!;
  const kept: Kept[] = [];
  for (let at = 0; at < rows.length; at += 3) kept.push(...world.run(importRows, { import: run, rows: rows.slice(at, at + 3) }, as).kept);
  for (let at = 0; at < ties.length; at += 2)
    kept.push(...world.run(importRelations, { import: run, relations: ties.slice(at, at + 2), beside: [...beside] }, as).kept);
  world.run(endImport, { import: run, as: 'done', skipped: 0 }, as);
  return { run, entries: world.log.slice(before), kept };
}
