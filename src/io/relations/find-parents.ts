import { excerpt } from '../problem.ts';
import type { ProblemList } from '../problem-list.ts';
import type { DraftItem, ParentName } from '../rows/draft-item.ts';
import { each, type Step } from '../steps.ts';
import type { RowIndex } from './row-index.ts';

/** The parent of each row that has one in its file, after cycles are cut. */
export type Parents = Map<DraftItem, DraftItem>;

/**
 * Finds a row's parent among the others. Where a parent and an epic are both named and differ, a sub-task belongs to its parent and everything
 * else to its epic. One that is not in the file is kept as text.
 */
export function findParent(draft: DraftItem, index: RowIndex, problems: ProblemList): DraftItem | null {
  const names =
    draft.item.type === 'task' ? draft.parents : [...draft.parents.filter(({ isEpic }) => isEpic), ...draft.parents.filter(({ isEpic }) => !isEpic)];
  for (const { name } of names) {
    const found = index.find(name);
    if (found && found !== draft) return found;
  }
  if (names[0]) noteMissing(draft, names[0], problems);
  return null;
}

function noteMissing({ item }: DraftItem, { name, column }: ParentName, problems: ProblemList): void {
  const message = `Row ${item.row}, column “${column}”: the parent “${excerpt(name)}” is not in this file.`;
  problems.add({ code: 'parent-missing', loses: 'cell', row: item.row, column, value: excerpt(name), message });
}

/** Cuts every cycle at its last row in the file: by its parent the circle closes. */
export function* cutCycles(drafts: readonly DraftItem[], parents: Parents, problems: ProblemList): Generator<Step, void> {
  const isClear = new Set<DraftItem>();
  yield* each(drafts, (start) => {
    const path: DraftItem[] = [];
    const onPath = new Set<DraftItem>();
    for (let at: DraftItem | undefined = start; at && !isClear.has(at); at = parents.get(at)) {
      if (onPath.has(at)) {
        cutLast(path.slice(path.indexOf(at)), parents, problems);
        break;
      }
      onPath.add(at);
      path.push(at);
    }
    for (const one of path) isClear.add(one);
  });
}

function cutLast(cycle: readonly DraftItem[], parents: Parents, problems: ProblemList): void {
  const last = cycle.reduce((a, b) => (b.item.row > a.item.row ? b : a));
  const names = [...cycle, cycle[0]!].map(({ item }) => item.key ?? `“${excerpt(item.title, 30)}”`).join(' › ');
  const column = last.parents[0]?.column ?? null;
  const message = `Row ${last.item.row}: its parent would close a circle (${names}) and is left out.`;
  problems.add({ code: 'parent-cycle', loses: 'cell', row: last.item.row, column, message });
  parents.delete(last);
}
