import type { Item } from '../backlog/item.ts';
import type { Group } from '../kernel/sorted-group.ts';
import type { Lines } from './line.ts';

/** Rows that draw on one part of a team's capacity as the lines go down them. A line goes again over what earlier ones have left, then on from where they stopped. */
export class TeamQueue {
  /** The key of the part. */
  readonly part: string;
  readonly #rows: Group<Item>;
  #left: Item[] = [];
  #next = 0;

  constructor(part: string, rows: Group<Item>) {
    this.part = part;
    this.#rows = rows;
  }

  /** The rows that are in this release or in none, best first. One in a release whose line is past, or that draws none, is passed for good. */
  *candidates(release: string, later: ReadonlySet<string>): Generator<Item> {
    for (const row of this.#left) if (row.release === null || row.release === release) yield row;
    for (const row of this.#rows.from(this.#next)) {
      this.#next++;
      const isOurs = row.release === null || row.release === release;
      if (isOurs || later.has(row.release)) this.#left.push(row);
      if (isOurs) yield row;
    }
  }

  /** Leaves to later lines what this one has not taken, but for the rows of its own release: those are taken by no line. */
  leave(release: string, takenBy: Lines['takenBy']): void {
    this.#left = this.#left.filter((row) => row.release !== release && takenBy[row.id] === undefined);
  }
}
