import { importRelationSchema, importRowSchema, type ImportRelation, type ImportRow } from '../domain/import/import-row.ts';
import { importRelationOf, importRowOf } from './import-row-of.ts';
import type { Problem } from './problem.ts';
import type { SourceItem } from './source-row.ts';

/** What is given to the import verbs, a few hundred at a time, and the rows that they can't take. */
export interface ToImport {
  readonly rows: readonly ImportRow[];
  readonly relations: readonly ImportRelation[];
  readonly problems: readonly Problem[];
}

/** How many rows are checked between two pauses. */
const TOGETHER = 200;

/** Rows of a file as the import verbs take them, in steps. A row that they refuse is left out and said with what is wrong. */
export function* toImportSteps(items: readonly SourceItem[]): Generator<void, ToImport> {
  const rows: ImportRow[] = [];
  const relations: ImportRelation[] = [];
  const problems: Problem[] = [];
  for (const [at, item] of items.entries()) {
    if (at % TOGETHER === 0) yield;
    const relation = importRelationOf(item);
    const row = importRowSchema.safeParse(importRowOf(item));
    const tie = relation === null ? null : importRelationSchema.safeParse(relation);
    if (row.success) rows.push(row.data);
    else problems.push(notTaken(item, row.error));
    if (row.success && tie?.success) relations.push(tie.data);
    else if (tie?.error) problems.push(notTaken(item, tie.error));
  }
  return { rows, relations, problems };
}

function notTaken(
  { row }: SourceItem,
  { issues: [first] }: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] },
): Problem {
  const column = first?.path.join('.') ?? null;
  return { code: 'row-not-taken', loses: 'row', row, column, message: `Row ${row} can't be taken: ${column}: ${first?.message}.` };
}
