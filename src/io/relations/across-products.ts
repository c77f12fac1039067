import type { ImportRelation } from '../../domain/import/import-row.ts';
import type { Problem } from '../problem.ts';

/** Where a row goes, and how it is called in a sentence. */
interface Going {
  readonly row: number;
  readonly key: string | null;
  readonly title: string;
  /** Key of the product. */
  readonly product: string;
}

/**
 * Ties of a file whose rows go into several products. Links may lead from one product into another. A parent may not: such a tie becomes a link
 * of the kind `relates`, and that is said.
 */
export function acrossProducts(
  relations: readonly ImportRelation[],
  goingOf: (source: string) => Going | undefined,
): { readonly relations: readonly ImportRelation[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const tied = relations.map((relation) => {
    const child = goingOf(relation.source);
    const parent = relation.parent ? goingOf(relation.parent) : undefined;
    if (!child || !parent || child.product === parent.product) return relation;
    problems.push(notParent(child, parent));
    return asLink(relation, relation.parent!);
  });
  return { relations: tied, problems };
}

function asLink({ source, cells: { parent, ...cells }, links = [] }: ImportRelation, to: string): ImportRelation {
  // The tie is read from the parent's column too: another parent there is another cell.
  return { source, cells: { ...cells, links: `${cells['links'] ?? ''}\n${parent ?? ''}` }, links: [...links, { type: 'relates', from: source, to }] };
}

function notParent(child: Going, parent: Going): Problem {
  const name = parent.key ?? `“${parent.title}”`;
  const message = `Row ${child.row}: its parent ${name} goes into another product (${parent.product}), where it can't be one; the two are linked as related instead.`;
  return { code: 'parent-in-other-product', loses: 'cell', row: child.row, column: null, value: name, message };
}
