import type { Mapping } from '../mapping.ts';
import type { ProblemList } from '../problem-list.ts';
import type { DraftItem } from '../rows/draft-item.ts';
import type { SourceLink } from '../source-row.ts';
import { each, type Step } from '../steps.ts';
import { Links } from './find-links.ts';
import { cutCycles, findParent, type Parents } from './find-parents.ts';
import { liftParents, unfitToRelates } from './fit-parents.ts';
import { RowIndex } from './row-index.ts';
import { settleTypes } from './settle-types.ts';

/** Ties the rows of a file to each other once all are read: parents, types that depend on them, and links. Writes into the items. */
export function* relate(drafts: readonly DraftItem[], mapping: Mapping, problems: ProblemList): Generator<Step, void> {
  const index = new RowIndex({ byTitle: mapping.format === 'csv' });
  const parents: Parents = new Map();
  yield* each(drafts, (draft) => index.add(draft));
  yield* each(drafts, (draft) => {
    const parent = draft.parents.length > 0 ? findParent(draft, index, problems) : null;
    if (parent) parents.set(draft, parent);
  });
  const named = new Set(parents.keys());
  yield* cutCycles(drafts, parents, problems);
  yield* settleTypes(drafts, parents);
  if (mapping.lift) yield* liftParents(drafts, parents);
  const links = new Links();
  const unfit = new Map<string, SourceLink>();
  yield* each(drafts, (draft) => {
    const link = unfitToRelates(draft, parents, problems);
    if (link && links.add(link)) unfit.set(link.from, link);
  });
  yield* each(drafts, (draft) =>
    settle(draft, { parent: parents.get(draft), wasFound: named.has(draft), own: links.of(draft, index, problems), unfit: unfit.get(draft.item.source) }),
  );
}

function settle(
  draft: DraftItem,
  { parent, wasFound, own, unfit }: { parent: DraftItem | undefined; wasFound: boolean; own: readonly SourceLink[]; unfit: SourceLink | undefined },
): void {
  const { item, parents } = draft;
  if (item.cells.parent !== undefined) item.parent = parent?.item.source ?? null;
  if (!wasFound && parents[0]) item.parentElsewhere = parents[0].name;
  if (unfit) item.cells = { ...item.cells, links: item.cells.links ?? '' }; // the tie is read from the parent's column
  if (item.cells.links !== undefined) item.links = unfit ? [...own, unfit] : own;
}
