import { excerpt } from '../problem.ts';
import type { ProblemList } from '../problem-list.ts';
import type { DraftItem, LinkName } from '../rows/draft-item.ts';
import type { SourceLink } from '../source-row.ts';
import type { RowIndex } from './row-index.ts';

/** The links of a file, each once though both of its rows name it. */
export class Links {
  readonly #known = new Set<string>();

  /** Those of a row's links that are not known yet and whose other end is in the file. */
  of(draft: DraftItem, index: RowIndex, problems: ProblemList): SourceLink[] {
    const links: SourceLink[] = [];
    for (const name of draft.links) {
      const other = index.find(name.other);
      if (!other) noteMissing(draft, name, problems);
      else if (other !== draft) {
        const [from, to] = name.isFrom ? [draft, other] : [other, draft];
        const link = { type: name.type, from: from.item.source, to: to.item.source };
        if (this.add(link)) links.push(link);
      }
    }
    return links;
  }

  /** Whether the link was not known. Being related runs both ways. */
  add({ type, from, to }: SourceLink): boolean {
    const key = type === 'relates' && from > to ? `${type} ${to} ${from}` : `${type} ${from} ${to}`;
    if (this.#known.has(key)) return false;
    this.#known.add(key);
    return true;
  }
}

function noteMissing({ item }: DraftItem, { other, column }: LinkName, problems: ProblemList): void {
  const message = `Row ${item.row}, column “${column}”: “${excerpt(other)}” is not in this file, so the link to it is left out.`;
  problems.add({ code: 'link-missing', loses: 'cell', row: item.row, column, value: excerpt(other), message });
}
