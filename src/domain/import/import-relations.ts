import { z } from 'zod';
import { isLarger } from '../backlog/item-type.ts';
import type { Item } from '../backlog/item.ts';
import { verb, type View, type WorkspaceDraft } from '../collections.ts';
import type { LinkType } from '../dependency/link.ts';
import { brokenLink } from '../dependency/link-rules.ts';
import type { Day } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import type { Context } from '../kernel/verb.ts';
import { hashOf } from './hash.ts';
import { importRelationSchema, type ImportRelation } from './import-row.ts';
import { knownItem } from './import-rows.ts';
import { sourcesOfItem } from './source-record.ts';

export const importRelations = verb({
  name: 'importRelations',
  does: 'Tie imported items to their parents and to what they block, relate to or duplicate, also in products beside that the same file went to, once their rows are in.',
  route: ['POST', '/imports/{import}/relations'],
  input: z.strictObject({
    import: ref('import'),
    relations: z.array(importRelationSchema).min(1).max(500),
    beside: z.array(ref('product')).max(1000).default([]),
  }),
  needs: (view, { import: run, beside }) => [view.get('import', run).product, ...beside].map((id) => ({ may: 'import', on: { in: 'product', id } })),
  blockers: (view, input) => (view.get('import', input.import).state === 'running' ? [] : [{ code: 'import-not-running', import: input.import }]),
  serverOnly: true,
  run(draft, { import: run, relations, beside }, context) {
    const products = [...new Set([draft.workspace.get('import', run).product, ...beside])];
    for (const relation of relations) relate(draft, { products, relation, context });
  },
});

/** Stands for the cell of a row whose links were not all tied, because another row is not in: it is read again. */
const NOT_ALL = '-';

interface Relating {
  /** First the one that is imported into. */
  readonly products: readonly string[];
  readonly relation: ImportRelation;
  readonly context: Context;
}

function relate(draft: WorkspaceDraft, { products, relation, context }: Relating): void {
  const item = itemOf(draft.workspace, products, relation.source);
  const record = item && [...draft.workspace.list(sourcesOfItem, item.id)].find(({ source }) => source === relation.source);
  if (!item || !record) return;
  const cells: Record<string, string> = { ...record.cells };
  const isNew = (field: string) => relation.cells[field] !== undefined && cells[field]?.split(' ')[0] !== hashOf(relation.cells[field]);
  if (relation.parent !== undefined && isNew('parent')) cells['parent'] = takeParent(draft, { relation, item, known: cells['parent'] });
  if (relation.links !== undefined && isNew('links')) cells['links'] = takeLinks(draft, { products, relation, context }, cells['links']);
  draft.update('sourceRecord', record.id, { cells });
}

/** The item of a row, in the first of these products that has it. */
function itemOf(view: View, products: readonly string[], source: string): Item | undefined {
  for (const product of products) {
    const item = knownItem(view, product, source);
    if (item) return item;
  }
  return undefined;
}

/** Ties what a row names and what is in by now; gives what is kept of its cell. */
function takeLinks(draft: WorkspaceDraft, { products, relation, context }: Relating, before: string | undefined): string {
  const [, ...known] = before?.split(' ') ?? [];
  const tied = new Set(known);
  let areAll = true;
  for (const { type, from, to } of relation.links ?? []) {
    const name = hashOf(`${type} ${from} ${to}`);
    // One that was tied before and is not here was taken away here: it stays away.
    if (tied.has(name)) continue;
    const ends = { from: itemOf(draft.workspace, products, from), to: itemOf(draft.workspace, products, to) };
    if (ends.from && ends.to) {
      link(draft, { type, from: ends.from, to: ends.to, context });
      tied.add(name);
    } else areAll = false;
  }
  return [areAll ? hashOf(relation.cells['links']!) : NOT_ALL, ...tied].join(' ');
}

/** Sets the parent that the file names, unless another was chosen here. What would not be larger, or would close a cycle, is kept out and named. */
function takeParent(draft: WorkspaceDraft, { relation, item, known }: { relation: ImportRelation; item: Item; known: string | undefined }): string {
  const here = () => hashOf(JSON.stringify(draft.workspace.get('item', item.id).parent));
  const cell = hashOf(relation.cells['parent']!);
  const before = known?.split(' ')[1];
  const parent = relation.parent ? knownItem(draft.workspace, item.product, relation.parent) : undefined;
  const isRefused = relation.parent !== null && (!parent || !isLarger(parent.type, item.type));
  if (isRefused || (before !== undefined && before !== here())) {
    draft.kept.push({ in: 'item', id: item.id, field: 'parent', by: null });
    return `${cell} ${before ?? here()}`;
  }
  // Neither when nor by whom is in the file: it counts on the day of the last touch that is known, and is none of its own.
  draft.update('item', item.id, { parent: parent?.id ?? null }, { happenedOn: item.touchedAt?.slice(0, 10) as Day | undefined });
  return `${cell} ${here()}`;
}

/** A link that is here already is left as it is; one that would close a circle of items that block each other is kept out and named. */
function link(draft: WorkspaceDraft, { type, from, to, context }: { type: LinkType; from: Item; to: Item; context: Context }): void {
  if (from.id === to.id) return;
  const wanted = { id: context.newId(), type, from: from.id, to: to.id };
  const broken = brokenLink(draft.workspace, wanted);
  if (!broken) draft.create('link', wanted);
  else if (broken.code === 'would-cycle') draft.kept.push({ in: 'item', id: from.id, field: 'links', by: null });
}
