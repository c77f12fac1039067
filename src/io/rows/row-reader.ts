import { foldHeader, type Header } from '../csv/header.ts';
import { saysNothing } from '../values/number.ts';
import { unguarded } from '../values/text.ts';
import type { Target } from '../target.ts';

/** Which cells of a row belong to which target. Several columns may feed one; they are asked in the order of the mapping. */
export class RowReader {
  readonly #places = new Map<Target, readonly number[]>();
  readonly #names = new Map<Target, readonly string[]>();

  constructor(header: Header, columns: readonly { readonly name: string; readonly target: Target | null }[]) {
    const places = new Map(header.columns.map((column) => [column.folded, column]));
    for (const { name, target } of columns) {
      const column = places.get(foldHeader(name));
      if (!column || target === null) continue;
      this.#places.set(target, [...(this.#places.get(target) ?? []), ...column.at]);
      this.#names.set(target, [...(this.#names.get(target) ?? []), ...column.at.map(() => column.name)]);
    }
  }

  /** Whether the file has a column for it. */
  has(target: Target): boolean {
    return this.#places.has(target);
  }

  /** The first cell that holds something, as it stands but for a formula guard; empty when there is none. */
  first(cells: readonly string[], target: Target): string {
    for (const at of this.#places.get(target) ?? NONE) if (!saysNothing(cells[at]!)) return unguarded(cells[at]!);
    return '';
  }

  /** All cells that hold something. */
  all(cells: readonly string[], target: Target): string[] {
    const found: string[] = [];
    for (const at of this.#places.get(target) ?? NONE) if (!saysNothing(cells[at]!)) found.push(unguarded(cells[at]!));
    return found;
  }

  /** All cells that hold something, one a line. */
  joined(cells: readonly string[], target: Target): string {
    const places = this.#places.get(target) ?? NONE;
    return places.length === 1 ? this.first(cells, target) : this.all(cells, target).join('\n');
  }

  /** The name of the column that `first` answers from, else of the first one. */
  column(cells: readonly string[], target: Target): string {
    const at = (this.#places.get(target) ?? NONE).findIndex((place) => !saysNothing(cells[place]!));
    return this.#names.get(target)?.[Math.max(0, at)] ?? target;
  }
}

const NONE: readonly number[] = [];
