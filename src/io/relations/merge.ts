import type { ProblemList } from '../problem-list.ts';
import type { DraftItem } from '../rows/draft-item.ts';
import type { SourceField } from '../source-row.ts';
import { unique } from '../values/list.ts';

/** Two rows of one file for the same item: the first one's cells count, the second fills what they leave empty, and lists are united. */
export function merged(first: DraftItem, second: DraftItem, problems: ProblemList): DraftItem {
  const [a, b] = [first.item, second.item];
  const message = `Row ${b.row} is the same item as row ${a.row} (${a.key ?? (first.id || a.title)}): the two were merged.`;
  problems.add({ code: 'merged', loses: 'nothing', row: b.row, column: null, message });
  const filled = Object.fromEntries(Object.entries(b).filter(([name, value]) => isEmpty(a[name as keyof typeof a]) && !isEmpty(value)));
  const sprints = unique([...(a.pastSprints ?? []), ...(a.sprint ? [a.sprint] : []), ...(b.pastSprints ?? []), ...(b.sprint ? [b.sprint] : [])]);
  return {
    ...first,
    item: {
      ...a,
      ...filled,
      cells: mergedCells(a.cells, b.cells),
      ...(a.tags && b.tags && { tags: unique([...a.tags, ...b.tags]) }),
      ...(a.pastSprints && { sprint: sprints.at(-1) ?? null, pastSprints: sprints.slice(0, -1) }),
    },
    typeName: first.typeName || second.typeName,
    parents: first.parents.length > 0 ? first.parents : second.parents,
    links: [...first.links, ...second.links],
  };
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const LISTS: ReadonlySet<SourceField> = new Set<SourceField>(['tags', 'sprint', 'links']);

function mergedCells(a: DraftItem['item']['cells'], b: DraftItem['item']['cells']): DraftItem['item']['cells'] {
  const cells: Partial<Record<SourceField, string>> = { ...a };
  for (const [name, text] of Object.entries(b)) {
    const field = name as SourceField; // the keys of cells are fields
    if (!cells[field]) cells[field] = text;
    else if (LISTS.has(field) && cells[field] !== text && text !== '') cells[field] = `${cells[field]}\n${text}`;
  }
  return cells;
}
