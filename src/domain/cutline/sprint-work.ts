import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { sum } from '../estimation/sum.ts';
import { isCandidate } from './in-sprint.ts';
import { partKey, partOnLine, type Lines, type TeamOnLine } from './line.ts';
import { needsOf } from './needs.ts';
import type { Sizing } from './size.ts';

/** What a part is taken off for running sprints. */
interface Asked {
  readonly part: Pick<TeamOnLine, 'team' | 'keptFor'>;
  /** The parts of its team. */
  readonly parts: readonly Pick<TeamOnLine, 'team' | 'keptFor'>[];
  /** The release whose line it is. */
  readonly release: string;
  readonly takenBy: Lines['takenBy'];
  /** Whether what it delivers is counted from today on; else in a window of its own, where nothing may be taken off twice. */
  readonly isFromToday: boolean;
}

/** The work that is left in running sprints: it is done first, for whatever release it is. */
export class SprintWork {
  readonly rows: readonly Item[];
  readonly #view: View;
  readonly #sizing: Sizing;
  /** What was taken off a window already, by part and row. */
  readonly #counted = new Set<string>();

  constructor(view: View, sizing: Sizing, rows: readonly Item[]) {
    this.#view = view;
    this.#sizing = sizing;
    this.rows = rows;
  }

  /**
   * What is taken off a part of a line because it is left in running sprints and this line cannot take it. Below 0 where rows that this line
   * can take were taken off an earlier window.
   */
  leftFor({ part, parts, release, takenBy, isFromToday }: Asked): number {
    let left = 0;
    for (const row of this.rows) {
      const size = this.#sizeOn(row, { part, parts });
      if (size === 0 || takenBy[row.id] !== undefined) continue;
      const counted = `${partKey(part)} ${row.id}`;
      const isOwn = isCandidate(row, release);
      if (isFromToday) left = isOwn ? left : sum(left, size);
      else if (isOwn) left = this.#counted.delete(counted) ? sum(left, -size) : left;
      else if (!this.#counted.has(counted)) {
        this.#counted.add(counted);
        left = sum(left, size);
      }
    }
    return left;
  }

  #sizeOn(row: Item, { part, parts }: Pick<Asked, 'part' | 'parts'>): number {
    const draws = partOnLine(parts, part.team, row);
    if (!draws || partKey(draws) !== partKey(part)) return 0;
    return needsOf(this.#view, this.#sizing, row).find(({ team }) => team === part.team)?.size ?? 0;
  }
}
