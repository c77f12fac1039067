import { z } from 'zod';
import { isLarger } from '../backlog/item-type.ts';
import type { Item } from '../backlog/item.ts';
import { verb, type WorkspaceDraft } from '../collections.ts';
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
  does: 'Tie imported items to their parents and to what they block, relate to or duplicate, once all rows are in.',
  route: ['POST', '/imports/{import}/relations'],
  input: z.strictObject({ import: ref('import'), relations: z.array(importRelationSchema).min(1).max(500) }),
  needs: (view, input) => [{ may: 'import', on: { in: 'product', id: view.get('import', input.import).product } }],
  blockers: (view, input) => (view.get('import', input.import).state === 'running' ? [] : [{ code: 'import-not-running', import: input.import }]),
  serverOnly: true,
  run(draft, { import: run, relations }, context) {
    const { product } = draft.workspace.get('import', run);
    for (const relation of relations) relate(draft, { product, relation, context });
  },
});

function relate(draft: WorkspaceDraft, { product, relation, context }: { product: string; relation: ImportRelation; context: Context }): void {
  const item = knownItem(draft.workspace, product, relation.source);
  const record = item && [...draft.workspace.list(sourcesOfItem, item.id)].find(({ source }) => source === relation.source);
  if (!item || !record) return;
  const cells: Record<string, string> = { ...record.cells };
  const isNew = (field: string) => relation.cells[field] !== undefined && cells[field]?.split(' ')[0] !== hashOf(relation.cells[field]);
  if (relation.parent !== undefined && isNew('parent')) cells['parent'] = takeParent(draft, { product, relation, item, known: cells['parent'] });
  if (relation.links !== undefined && isNew('links')) {
    const [, ...known] = cells['links']?.split(' ') ?? [];
    const named = new Map(relation.links.map((one) => [hashOf(`${one.type} ${one.from} ${one.to}`), one]));
    for (const [name, { type, from, to }] of named) {
      // One that was named before and is not here was taken away here: it stays away.
      if (known.includes(name)) continue;
      link(draft, { type, from: knownItem(draft.workspace, product, from), to: knownItem(draft.workspace, product, to), context });
    }
    cells['links'] = [hashOf(relation.cells['links']!), ...new Set([...known, ...named.keys()])].join(' ');
  }
  draft.update('sourceRecord', record.id, { cells });
}

/** Sets the parent that the file names, unless another was chosen here. What would not be larger, or would close a cycle, is kept out and named. */
function takeParent(
  draft: WorkspaceDraft,
  { product, relation, item, known }: { product: string; relation: ImportRelation; item: Item; known: string | undefined },
): string {
  const here = () => hashOf(JSON.stringify(draft.workspace.get('item', item.id).parent));
  const cell = hashOf(relation.cells['parent']!);
  const before = known?.split(' ')[1];
  const parent = relation.parent ? knownItem(draft.workspace, product, relation.parent) : undefined;
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
function link(draft: WorkspaceDraft, { type, from, to, context }: { type: LinkType; from: Item | undefined; to: Item | undefined; context: Context }): void {
  if (!from || !to || from.id === to.id) return;
  const wanted = { id: context.newId(), type, from: from.id, to: to.id };
  const broken = brokenLink(draft.workspace, wanted);
  if (!broken) draft.create('link', wanted);
  else if (broken.code === 'would-cycle') draft.kept.push({ in: 'item', id: from.id, field: 'links', by: null });
}
