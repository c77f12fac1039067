import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import type { Release } from '../release/release.ts';
import { rowsOfTeam, teamRows } from '../backlog/rows-of-team.ts';
import { isAbove } from './held-by.ts';
import type { Lines } from './line.ts';
import { TeamQueue } from './team-queue.ts';
import type { Filling } from './teams-on-line.ts';

/** A row with the team that would deliver it. */
export interface Candidate {
  readonly row: Item;
  readonly team: Filling;
}

/** One walk down a product's ranked rows for all its lines. It stops for a team where that team is full, so that no row below every line is ever looked at. */
export class Walk {
  readonly #later: Set<string>;
  readonly #queues: readonly TeamQueue[];

  /** `releases` are those that draw a line, each of which is asked for once; rows without a team belong to the first one. */
  constructor(view: View, product: string, { releases, teams }: { releases: readonly Release[]; teams: readonly string[] }) {
    this.#later = new Set(releases.map(({ id }) => id));
    this.#queues = releases.length === 0 ? [] : queuesOf(view, product, teams);
  }

  /** The candidates of a line in rank order: rows that no earlier line took and that are in its release or in none. A team taken out of `taking` meanwhile is passed over. */
  *candidates(release: string, taking: ReadonlyMap<string, Filling>): Generator<Candidate> {
    this.#later.delete(release);
    const streams = this.#queues.filter(({ team }) => taking.has(team)).map((queue) => new Stream(queue.team, queue.candidates(release, this.#later)));
    for (let best = first(streams, taking); best?.head; best = first(streams, taking)) {
      yield { row: best.head, team: taking.get(best.team)! };
      best.advance();
    }
  }

  /** Ends a line: what it has not taken is left to later ones. */
  leave(release: string, takenBy: Lines['takenBy']): void {
    for (const queue of this.#queues) queue.leave(release, takenBy);
  }
}

function queuesOf(view: View, product: string, teams: readonly string[]): TeamQueue[] {
  const own = teams.map((team) => new TeamQueue(team, view.list(rowsOfTeam, teamRows(product, team))));
  return teams[0] === undefined ? own : [...own, new TeamQueue(teams[0], view.list(rowsOfTeam, teamRows(product, null)))];
}

class Stream {
  readonly team: string;
  readonly #rows: Iterator<Item>;
  head: Item | undefined;

  constructor(team: string, rows: Iterator<Item>) {
    this.team = team;
    this.#rows = rows;
    this.advance();
  }

  advance(): void {
    const next = this.#rows.next();
    this.head = next.done ? undefined : next.value;
  }
}

/** The stream whose next row ranks highest, of the teams that still take rows. */
function first(streams: readonly Stream[], taking: ReadonlyMap<string, Filling>): Stream | undefined {
  let best: Stream | undefined;
  for (const stream of streams) {
    if (stream.head && taking.has(stream.team) && (!best?.head || isAbove(stream.head, best.head))) best = stream;
  }
  return best;
}
