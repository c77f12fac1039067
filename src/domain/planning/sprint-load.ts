import type { Item } from '../backlog/item.ts';
import { rankedRows } from '../backlog/open.ts';
import { capacityOfTeam } from '../capacity/team-capacity.ts';
import { unitOf } from '../capacity/unit.ts';
import type { View } from '../collections.ts';
import { isGuessed, sizeOf, sizingOf, type Sizing } from '../cutline/size.ts';
import { unmetBlocker } from '../dependency/blockers.ts';
import { sum } from '../estimation/sum.ts';
import type { Unit } from '../product/product.ts';
import { rowsInRelease } from '../release/rows-in-release.ts';
import { givenTeam } from '../backlog/team-of.ts';
import { cardsOf } from '../sprint/cards.ts';
import type { Sprint } from '../sprint/sprint.ts';

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
    load: cards.reduce((total, card) => sum(total, sizeOfCard(card)), 0),
    guessed: cards.filter((card) => isGuessed(sizing(card), card)).length,
    capacity: sprintCapacity(view, sprint),
  };
}

/** What the team of a sprint does in its days, as its past or its pace tells it; null where neither does. Who is away is not everybody's to know. */
export function sprintCapacity(view: View, { team, startOn, endOn }: Sprint): number | null {
  if (team === null || startOn === null || endOn === null || endOn < startOn) return null;
  return capacityOfTeam(view, team, { from: startOn, to: endOn }).amount?.byDays ?? null;
}

/** What could come into a sprint from a product's backlog or from one of its releases, best first: rows of its team, and of none that anybody named, that are in no open sprint. */
export function candidatesFor(view: View, sprint: Sprint, { product, release }: { product: string; release: string | null }): Item[] {
  const rows = release === null ? view.list(rankedRows, product) : view.list(rowsInRelease, release);
  return Array.from(rows).filter((row) => [null, sprint.team].includes(givenTeam(view, row)) && !isPlanned(view, row));
}

/**
 * What of the candidates fits into the room that is left, going down the rank until the first that does not. What waits for something that is
 * neither in the sprint nor taken is passed over.
 */
export function fillOf(view: View, sprint: Sprint, candidates: readonly Item[]): string[] {
  const { load, capacity } = loadOf(view, sprint);
  if (capacity === null) return [];
  const sizeOfCard = sizesIn(view, sprint);
  const taken = new Set(cardsOf(view, sprint.id).map(({ id }) => id));
  const filling: string[] = [];
  let room = sum(capacity, -load);
  for (const item of candidates) {
    if (unmetBlocker(view, item, ({ id }) => taken.has(id)) !== null) continue;
    const size = sizeOfCard(item);
    if (size > room) break;
    room = sum(room, -size);
    taken.add(item.id);
    filling.push(item.id);
  }
  return filling;
}

const isPlanned = (view: View, { sprint }: Item): boolean => sprint !== null && ['planned', 'active'].includes(view.get('sprint', sprint).state);

/** What each item takes of a sprint, in its unit. */
export function sizesIn(view: View, sprint: Sprint): (item: Item) => number {
  const sizing = sizings(view, sprint);
  return (item) => sizeOf(sizing(item), item);
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
