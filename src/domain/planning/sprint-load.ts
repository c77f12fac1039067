import type { Item } from '../backlog/item.ts';
import { rankedRows } from '../backlog/open.ts';
import { categoryOf } from '../backlog/category.ts';
import { amountOfPart, partFor, partsOf, type Part } from '../capacity/parts.ts';
import { capacityOfTeam, type Amount } from '../capacity/team-capacity.ts';
import { unitOf } from '../capacity/unit.ts';
import type { View } from '../collections.ts';
import { isGuessed, sizeOf, sizingOf, type Sizing } from '../cutline/size.ts';
import { neededByOthers } from './other-teams.ts';
import { sum, sumOf } from '../estimation/sum.ts';
import type { Unit } from '../product/product.ts';
import { rowsInRelease } from '../release/rows-in-release.ts';
import { givenTeam } from '../backlog/team-of.ts';
import { cardsOf } from '../sprint/cards.ts';
import { isOpenSprint } from '../sprint/sprint-rules.ts';
import type { Sprint } from '../sprint/sprint.ts';
import { teamQueue } from './team-queue.ts';

/** What is in a sprint, against what its team can do in its days. */
export interface SprintLoad {
  readonly unit: Unit;
  readonly load: number;
  /** How many of its cards nobody has estimated; each counts as the middle of its type. */
  readonly guessed: number;
  /** Null while nobody has said what the team does, or the sprint has no days. */
  readonly capacity: number | null;
}

/** The load of a sprint: all its cards, done ones too, as its lines would count them. */
export function loadOf(view: View, sprint: Sprint): SprintLoad {
  const sizing = sizings(view, sprint);
  const sizeOfCard = sizesIn(view, sprint);
  const cards = cardsOf(view, sprint.id);
  return {
    unit: unitOf(view, sprint.product),
    load: sumOf(cards, sizeOfCard),
    guessed: cards.filter((card) => isGuessed(view, sizing(card), card)).length,
    capacity: sprintCapacity(view, sprint),
  };
}

/**
 * What the team of a sprint does in its days, as its past or its pace tells it, less what it keeps for unplanned work and what cards of other teams need of it;
 * null where neither does.
 * Who is away is not everybody's to know.
 */
export function sprintCapacity(view: View, sprint: Sprint): number | null {
  const parts = partsOfSprint(view, sprint);
  return parts.length === 0 ? null : sumOf(parts, ({ capacity }) => capacity);
}

/** A part of a sprint's capacity, as its team's lines have it too: which cards draw on it, and what they come to. */
export interface SprintPart extends Part {
  readonly capacity: number;
  readonly load: number;
  /** What is taken off, because cards in the sprints of other teams need it. */
  readonly forOthers: number;
}

/** What the team of a sprint does in its days with nothing taken off, what it is the median of, and the worst and the best of that. */
export function sprintAmount(view: View, { team, startOn, endOn }: Sprint): Amount | null {
  if (team === null || startOn === null || endOn === null || endOn < startOn) return null;
  return capacityOfTeam(view, team, { from: startOn, to: endOn }).amount;
}

/** The parts of a sprint's capacity; none while it is not known. */
export function partsOfSprint(view: View, sprint: Sprint): SprintPart[] {
  const amount = sprintAmount(view, sprint);
  const sizeOfCard = sizesIn(view, sprint);
  const parts = amount === null ? [] : partsOf(view, sprint.team!); // what has an amount has a team
  const others = neededByOthers(view, sprint);
  const all = cardsOf(view, sprint.id);
  return parts.map((part) => {
    const drawsOnIt = (card: Item) => partFor(parts, categoryOf(card)) === part;
    const forOthers = sumOf(others, ({ card, size }) => (drawsOnIt(card) ? size : 0));
    const cards = all.filter(drawsOnIt);
    const capacity = Math.max(0, sum(amountOfPart(amount!.byDays, part.percent), -forOthers));
    return { ...part, capacity, load: sumOf(cards, sizeOfCard), forOthers };
  });
}

/** What a sprint is planned from: a product's backlog, one of its releases, or the one queue of a team that serves several products. */
export type PlannedFrom =
  | { readonly in: 'backlog'; readonly product: string }
  | { readonly in: 'release'; readonly release: string }
  | { readonly in: 'queue' };

/** A sprint is planned from the top: what ranks lower comes up as these are planned. */
export const MOST_CANDIDATES = 500;

/** What could come into a sprint, best first and from the top: rows of its team, and of none that anybody named, that are in no open sprint. */
export function candidatesFor(view: View, sprint: Sprint, from: PlannedFrom): Item[] {
  const found: Item[] = [];
  for (const row of rowsFrom(view, sprint, from)) {
    if (found.length === MOST_CANDIDATES) break;
    const team = givenTeam(view, row);
    if ((team === null || team === sprint.team) && !isPlanned(view, row)) found.push(row);
  }
  return found;
}

function rowsFrom(view: View, { team }: Sprint, from: PlannedFrom): Iterable<Item> {
  if (from.in === 'queue') return team === null ? [] : teamQueue(view, team).order.map((id) => view.get('item', id));
  return from.in === 'release' ? view.list(rowsInRelease, from.release) : view.list(rankedRows, from.product);
}

const isPlanned = (view: View, { sprint }: Item): boolean => sprint !== null && isOpenSprint(view.get('sprint', sprint));

/** What each item takes of a sprint, in its unit. */
export function sizesIn(view: View, sprint: Sprint): (item: Item) => number {
  const sizing = sizings(view, sprint);
  return (item) => sizeOf(view, sizing(item), item);
}

/** How an item of each product counts, in the unit of the sprint. */
function sizings(view: View, { product }: Sprint): (item: Item) => Sizing {
  const unit = unitOf(view, product);
  const known = new Map<string, Sizing>();
  return (item) => {
    let sizing = known.get(item.product);
    if (!sizing) known.set(item.product, (sizing = { ...sizingOf(view, item.product), unit }));
    return sizing;
  };
}
