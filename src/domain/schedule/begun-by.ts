import type { Item } from '../backlog/item.ts';
import { teamsOf } from '../backlog/team-of.ts';
import { partsOf, type Part } from '../capacity/parts.ts';
import type { View } from '../collections.ts';
import { partKey, partOnLine, type Lines } from '../cutline/line.ts';
import { needsOf } from '../cutline/needs.ts';
import { rowsBefore } from '../dependency/rows-before.ts';
import { outlookOf } from '../forecast/outlook-of.ts';
import { totalsWithin } from '../forecast/totals.ts';
import type { Team } from '../team/team.ts';
import { MOST_ROWS } from './plan-work.ts';

interface PartOfTeam extends Part {
  readonly team: string;
}

/** What a team delivers in one of so many trials at the most counts as all that it can deliver: what it comes to less often is as good as never begun. */
const AT_BEST = 200;

/**
 * The rows of a product that may be begun until a day, as they come in the order of a plan. A team does the first row that waits for nothing, so
 * before any other come those above it that never wait: once these are more than it delivers at its best, nothing further down is begun by it. Of
 * rows that wait it passes over no more than as much again.
 */
export class BegunBy {
  readonly items: Item[] = [];
  /** What each part of a capacity may still come to, by its key; one that comes to nothing more is not among them. */
  readonly parts: Map<string, number>;
  readonly #view: View;
  readonly #lines: Lines;
  readonly #teams: readonly PartOfTeam[];
  readonly #seen = new Set<string>();

  /** `days`: null asks of all days there are. */
  constructor(view: View, lines: Lines, days: number | null) {
    this.#view = view;
    this.#lines = lines;
    const parts = teamsOf(view, lines.product).flatMap((team) => {
      const most = mostOf(view, lines, { team, days });
      return partsOf(view, team.id).map((part) => ({ ...part, team: team.id, most: (most * part.percent) / 100 }));
    });
    this.#teams = parts;
    this.parts = new Map(parts.filter(({ most }) => most >= 0).map((part) => [partKey(part), part.most]));
  }

  /** Whether no team comes to anything more, or all is so far down that nobody looks. */
  get isOver(): boolean {
    return this.parts.size === 0 || this.#seen.size >= MOST_ROWS;
  }

  /** The next row of the plan, if it has not come before. */
  add(row: Item): void {
    if (this.#seen.has(row.id)) return;
    this.#seen.add(row.id);
    const draws = needsOf(this.#view, this.#lines, row).map(({ team, size }) => ({ key: this.#keyOf(team, row), size }));
    if (!draws.some(({ key }) => this.parts.has(key))) return;
    this.items.push(row);
    const isWaiting = rowsBefore(this.#view, row)?.length !== 0;
    for (const { key, size } of draws) this.#take(key, isWaiting ? size / 2 : size);
  }

  #take(key: string, size: number): void {
    const left = this.parts.get(key);
    if (left === undefined) return;
    if (left < size) this.parts.delete(key);
    else this.parts.set(key, left - size);
  }

  #keyOf(team: string, row: Item): string {
    const part = partOnLine(this.#teams, team, row);
    return part ? partKey(part) : '';
  }
}

/** What a team delivers at its best within so many working days, or at its pace. */
function mostOf(view: View, { product, today, unit, firstTeam }: Lines, { team: { id, pace }, days }: { team: Team; days: number | null }): number {
  const { outlook } = outlookOf(view, { product, team: id, firstTeam }, { today, unit });
  if (!outlook && pace === null) return -1;
  if (days === null) return Infinity;
  if (!outlook) return ((pace ?? 0) * days) / 10;
  const totals = totalsWithin(outlook, days);
  return totals[totals.length - 1 - Math.floor(totals.length / AT_BEST)]!;
}
