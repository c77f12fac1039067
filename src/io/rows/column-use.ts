import { foldHeader, type Header } from '../csv/header.ts';
import { excerpt } from '../problem.ts';
import type { ProblemList } from '../problem-list.ts';
import type { RankFrom } from '../relations/rank-order.ts';
import type { Target } from '../target.ts';

/** One name of a header: how often it stands there, how many cells of it are filled, and one of them. */
export interface ColumnFound {
  readonly name: string;
  readonly times: number;
  readonly filled: number;
  readonly sample: string;
}

/** What is not worth a word: cells that tools fill by themselves and that say nothing. */
const JUNK = /^(?:\{\}|0|0\.0|com\.atlassian\.[\w.]+@[0-9a-f]+|null)$/;

/** Counts what stands in each column, and names those that hold something and are not taken. */
export class ColumnUse {
  readonly #header: Header;
  readonly #targets: ReadonlyMap<string, Target | null>;
  readonly #filled: number[];
  readonly #samples: string[];

  constructor(header: Header, columns: readonly { readonly name: string; readonly target: Target | null }[]) {
    this.#header = header;
    this.#targets = new Map(columns.map(({ name, target }) => [foldHeader(name), target]));
    this.#filled = Array.from({ length: header.width }, () => 0);
    this.#samples = Array.from({ length: header.width }, () => '');
  }

  count(cells: readonly string[]): void {
    for (let at = 0; at < this.#filled.length; at++) {
      const cell = cells[at]!;
      if (cell === '') continue;
      this.#filled[at]! += 1;
      if (this.#samples[at] === '') this.#samples[at] = excerpt(cell.slice(0, 200));
    }
  }

  found(): ColumnFound[] {
    return this.#header.columns.map(({ name, at }) => ({
      name,
      times: at.length,
      filled: at.reduce((sum, place) => sum + this.#filled[place]!, 0),
      sample: at.map((place) => this.#samples[place]!).find((sample) => sample !== '') ?? '',
    }));
  }

  report(problems: ProblemList, rankFrom: RankFrom): void {
    for (const { name, times, filled, sample } of this.found()) {
      const target = this.#targets.get(foldHeader(name)) ?? null;
      const isOnlyOrder = target === 'priority';
      if (filled === 0 || (target !== null && !isOnlyOrder) || JUNK.test(sample)) continue;
      const cells = `${filled.toLocaleString('en')} filled ${filled === 1 ? 'cell' : 'cells'}${times > 1 ? ` in ${times} columns` : ''}`;
      const order = rankFrom === 'priority' ? 'it only orders the rows' : 'the order comes from the rank';
      const why = isOnlyOrder && rankFrom !== 'file' ? `: ${order}` : '';
      problems.note('columns-not-taken', `Column “${name}” is not taken${why} (${cells}).`, name);
    }
  }
}
