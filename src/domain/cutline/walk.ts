import { CATEGORIES } from '../backlog/category.ts';
import type { Item } from '../backlog/item.ts';
import { kindRows, rowsOfTeam } from '../backlog/rows-of-team.ts';
import { partFor, partsOf } from '../capacity/parts.ts';
import type { View } from '../collections.ts';
import type { Group } from '../kernel/sorted-group.ts';
import type { Release } from '../release/release.ts';
import { partKey, type Lines } from './line.ts';
import { MergedRows } from './merged-rows.ts';
import { TeamQueue } from './team-queue.ts';
import type { Filling } from './teams-on-line.ts';

/** A row with the part of its team's capacity that it draws on. */
export interface Candidate {
  readonly row: Item;
  readonly part: Filling;
}

/** One walk down a product's ranked rows for all its lines. It stops for a part of a capacity where that is full, so that no row below every line is ever looked at. */
export class Walk {
  readonly #later: Set<string>;
  readonly #queues: readonly TeamQueue[];

  /** `releases` are those that draw a line, each of which is asked for once; rows without a team belong to the first one. */
  constructor(view: View, product: string, { releases, teams }: { releases: readonly Release[]; teams: readonly string[] }) {
    this.#later = new Set(releases.map(({ id }) => id));
    this.#queues = releases.length === 0 ? [] : rowsByPart(view, product, teams).map(({ part, rows }) => new TeamQueue(part, rows));
  }

  /** The candidates of a line in rank order: rows that no earlier line took and that are in its release or in none. A part taken out of `taking` meanwhile is passed over. */
  *candidates(release: string, taking: ReadonlyMap<string, Filling>): Generator<Candidate> {
    this.#later.delete(release);
    const queues = this.#queues.filter(({ part }) => taking.has(part));
    const rows = new MergedRows(queues.map((queue) => ({ part: queue.part, rows: queue.candidates(release, this.#later) })));
    for (let best = rows.best(taking); best; best = rows.best(taking)) {
      yield { row: best.row, part: taking.get(best.part)! };
      rows.advance();
    }
  }

  /** Ends a line: what it has not taken is left to later ones. */
  leave(release: string, takenBy: Lines['takenBy']): void {
    for (const queue of this.#queues) queue.leave(release, takenBy);
  }
}

/** The rows of a product's teams by category, each with the part of a capacity that it draws on; to the first team belongs what has none. */
export function rowsByPart(view: View, product: string, teams: readonly string[]): { readonly part: string; readonly rows: Group<Item> }[] {
  return teams.flatMap((team, at) => {
    const parts = partsOf(view, team);
    return [team, ...(at === 0 ? [null] : [])].flatMap((of) =>
      CATEGORIES.map((category) => {
        const { keptFor } = partFor(parts, category)!; // the common part is always there
        return { part: partKey({ team, keptFor }), rows: view.list(rowsOfTeam, kindRows(product, of, category)) };
      }),
    );
  });
}
