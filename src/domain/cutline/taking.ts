import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { sum } from '../estimation/sum.ts';
import type { Outlooks } from '../forecast/outlook-of.ts';
import { chanceOfPart, hasForecast, startOf } from './chance-of-part.ts';
import { partKey, partOnLine } from './line.ts';
import { needsOfOthers, type Need } from './needs.ts';
import { sizeOf, type Sizing } from './size.ts';
import { takingParts, type Filling } from './teams-on-line.ts';

/** What a row would take of a part of a capacity. */
interface Draw {
  readonly part: Filling;
  readonly size: number;
}

interface Given {
  readonly teams: readonly Filling[];
  readonly confidence: number;
  readonly sizing: Sizing;
  readonly outlooks: Outlooks;
}

/** What a row takes of its own team and of others. */
export interface Wants {
  readonly size: number;
  readonly others: readonly Need[];
}

/** What a row of a team would take of a line: the same on all lines of a product. */
export const wantsOf = (view: View, sizing: Sizing, { row, own }: { row: Item; own: string }): Wants => ({
  size: sizeOf(view, sizing, row),
  others: needsOfOthers(view, sizing, { row, own }),
});

/** A line while it takes rows, one after another. */
export class Taking {
  /** The parts of capacities that may take more, by key: each until the first row that does not fit it. */
  readonly parts: Map<string, Filling>;
  readonly taken: Item[] = [];
  readonly #view: View;
  readonly #given: Given;

  constructor(view: View, given: Given) {
    this.#view = view;
    this.#given = given;
    this.parts = takingParts(given.teams);
  }

  /** Takes a row where every team that it needs has room for it. Where one has none, that one takes nothing more, and the row is passed over by the others. */
  take(row: Item, own: Filling, wants: Wants = wantsOf(this.#view, this.#given.sizing, { row, own: own.team })): boolean {
    const draws = this.#drawsOf(row, own, wants);
    if (draws === null) return false;
    const scarce = draws.filter(({ part, size }) => sum(part.used, size) > part.capacity);
    for (const { part } of scarce.length > 0 ? scarce : this.#tooUnlikely(draws)) {
      part.stoppedBy = row.id;
      this.parts.delete(partKey(part));
    }
    if (!draws.every(({ part }) => this.parts.has(partKey(part)))) return false;
    for (const { part, size } of draws) part.used = sum(part.used, size);
    this.taken.push(row);
    return true;
  }

  /** Null where a team that the row needs has no part in the line, or takes nothing more. */
  #drawsOf(row: Item, own: Filling, wants: Wants): Draw[] | null {
    const draws = [{ part: own, size: wants.size }];
    for (const { team, size } of wants.others) {
      const part = partOnLine(this.#given.teams, team, row);
      if (!part || !this.parts.has(partKey(part))) return null;
      draws.push({ part, size });
    }
    return draws;
  }

  /** Each of several teams may have room, and all of them together be less likely than the line asks for: then the least likely one, else none. */
  #tooUnlikely(draws: readonly Draw[]): Draw[] {
    if (draws.length === 1) return [];
    const chances = draws.map(({ part, size }) => this.#chanceOf(part, size));
    if (chances.reduce((all, one) => all * one, 1) >= this.#given.confidence) return [];
    return [draws[chances.indexOf(Math.min(...chances))]!];
  }

  #chanceOf(part: Filling, size: number): number {
    const { outlook } = this.#given.outlooks.of(part.team);
    return hasForecast(part) && outlook ? chanceOfPart(part, outlook, sum(startOf(part), sum(part.used, size))) : 1;
  }
}
