import { z } from 'zod';
import type { Collections } from '../collections.ts';
import { sumOf } from '../estimation/sum.ts';
import type { Day } from '../kernel/day.ts';
import { dayOfFact, type Fact } from '../kernel/fact.ts';
import type { HistoryReading } from '../kernel/reading.ts';
import { ref } from '../kernel/ref.ts';
import type { Shift } from './card-pasts.ts';
import { aboutSprints, pastGoesBy, pastOfSprint, SPRINT_FACTS, SprintPast, zoneOfSprint } from './sprint-past.ts';
import type { Standing } from './work.ts';

/** A card that came or went, or went on to another state. */
export interface StoryMove {
  readonly item: string;
  readonly on: Day;
}
export interface StateMove extends StoryMove {
  readonly from: string | null;
  readonly to: string;
}

/** One fold steps it in place. */
interface State {
  readonly past: SprintPast;
  readonly moved: StateMove[];
}

/** What became of a sprint: its scope at the start, what came and went later, what was done; with their points as they were then. */
export interface SprintStory {
  readonly committed: readonly string[];
  readonly added: readonly StoryMove[];
  readonly removed: readonly StoryMove[];
  readonly done: readonly string[];
  /** What was in it and not done at its end, or is not yet. */
  readonly left: readonly string[];
  readonly moved: readonly StateMove[];
  readonly points: { readonly committed: number; readonly added: number; readonly removed: number; readonly done: number; readonly left: number };
}

export const sprintStory: HistoryReading<Collections, { sprint: string }, State, SprintStory> = {
  name: 'sprintStory',
  does: 'What became of a sprint: what it began with, what was added and taken out later, what went on when, what was done and what was not.',
  route: '/sprints/{sprint}/story',
  input: z.strictObject({ sprint: ref('sprint') }),
  needs: (_, { sprint }) => [{ may: 'read', on: { in: 'sprint', id: sprint } }],
  follows: SPRINT_FACTS,
  about: (_, { sprint }) => aboutSprints([sprint]),
  goesBy: (view, { sprint }) => pastGoesBy(view, sprint),
  start: (view, { sprint }) => ({ past: new SprintPast(pastOfSprint(view, sprint)), moved: [] }),
  step(state, fact) {
    if (isMove(state.past, fact))
      state.moved.push({ item: fact.id, on: dayOfFact(fact, state.past.of.zone), from: fact.from as string | null, to: fact.to as string }); // a state names itself
    state.past.take(fact);
    return state;
  },
  zone: (view, { sprint }) => zoneOfSprint(view, sprint),
  answer({ past, moved }) {
    const start = cardsAfter(past.shifts.slice(0, past.began?.after ?? 0));
    const end = past.began === null ? start : cardsAfter(past.shifts);
    const committed = [...start.values()].filter(isIn);
    const added = [...end.values()].filter((card) => isIn(card) && !isIn(start.get(card.item)));
    const removed = committed.flatMap((card) => (isIn(end.get(card.item)) ? [] : [{ ...card, on: end.get(card.item)!.on }]));
    const cards = [...end.values()].filter(isIn);
    const done = cards.filter(({ is }) => is.left.items === 0);
    const left = cards.filter(({ is }) => is.left.items > 0);
    return {
      committed: ids(committed),
      added: added.map(({ item, on }) => ({ item, on })),
      removed: removed.map(({ item, on }) => ({ item, on })),
      done: ids(done),
      left: ids(left),
      moved: [...moved],
      points: { committed: points(committed), added: points(added), removed: points(removed), done: points(done), left: points(left) },
    };
  },
};

/** Whether a card of the sprint goes on to another state while it is under way. */
const isMove = (past: SprintPast, { in: collection, id, field, to }: Fact): boolean =>
  collection === 'item' && field === 'state' && to !== null && past.began !== null && past.ended === null && past.hasCard(id);

/** An item that was a card, since when it is one or is none, and what it is. */
interface Card extends StoryMove {
  readonly is: Standing;
}

const isIn = (card: Card | undefined): card is Card => card !== undefined && card.is.scope.items > 0;

function cardsAfter(shifts: readonly Shift[]): Map<string, Card> {
  const cards = new Map<string, Card>();
  for (const { item, day, was, is } of shifts) {
    const isTurn = was.scope.items !== is.scope.items;
    cards.set(item, { item, is, on: isTurn ? day : (cards.get(item)?.on ?? day) });
  }
  return cards;
}

const ids = (cards: readonly Card[]): string[] => cards.map(({ item }) => item);
const points = (cards: readonly Card[]): number => sumOf(cards, ({ is }) => is.scope.points);
