import { z } from 'zod';
import { CATEGORIES, categoryOf, type Category } from '../backlog/category.ts';
import type { Item } from '../backlog/item.ts';
import { reading, type View } from '../collections.ts';
import { addDays, dayIn, type Day } from '../kernel/day.ts';
import { ref } from '../kernel/ref.ts';
import type { Unit } from '../product/product.ts';
import { amountOf, deliveredByTeam, doneInSprints } from './rounds.ts';
import { sharesOf } from './share.ts';
import { unitOfTeam } from './team-capacity.ts';

/** So far back it is looked what a team's work really was. */
const WEEKS = 8;

/** A part of a team's capacity: how much of it is kept, and how much the work of the last weeks really was. */
export interface SharePart {
  /** Null: work that nobody planned. */
  readonly category: Category | null;
  /** Per cent; 0: nothing is kept. */
  readonly kept: number;
  /** Per cent of what was delivered; null where that is not known. */
  readonly spent: number | null;
}

export interface ShareDrift {
  readonly unit: Unit;
  readonly weeks: number;
  /** What was delivered in these weeks, by which the shares are measured. */
  readonly delivered: number;
  /** Of how many closed sprints unplanned work is told. */
  readonly sprints: number;
  /** Unplanned work first, then the categories that are kept or were worked on. */
  readonly parts: readonly SharePart[];
}

/** What a team keeps of its capacity for kinds of work, beside what it delivered of each: done items by category, and items made after a sprint began and done in it. */
export function shareDriftOf(view: View, team: string, today: Day): ShareDrift {
  const record = view.get('team', team);
  const unit = unitOfTeam(view, record);
  const kept = new Map(Array.from(view.list(sharesOf, team), ({ category, percent }) => [category, percent]));
  const done = deliveredByTeam(view, record, addDays(today, 1 - WEEKS * 7));
  const counting = { unit, hoursPerPoint: record.hoursPerPoint };
  const amount = (items: readonly Item[]) => amountOf(view, items, counting);
  const delivered = amount(done);
  const of = (category: Category): SharePart => ({
    category,
    kept: kept.get(category) ?? 0,
    spent: percentOf(amount(done.filter((item) => categoryOf(item) === category)), delivered),
  });
  const sprints = doneInSprints(view, record);
  const unplanned = sprints.flatMap(({ startOn, items }) => items.filter(({ createdOn }) => createdOn > startOn));
  const inSprints = amount(sprints.flatMap(({ items }) => items));
  const buffer: SharePart = { category: null, kept: kept.get(null) ?? 0, spent: percentOf(amount(unplanned), inSprints) };
  return {
    unit,
    weeks: WEEKS,
    delivered,
    sprints: sprints.length,
    parts: [buffer, ...CATEGORIES.map(of).filter((part) => part.kept > 0 || (part.spent ?? 0) > 0)],
  };
}

/** Whole per cent; null of nothing. */
const percentOf = (amount: number, of: number): number | null => (of === 0 ? null : Math.round((amount * 100) / of));

export const shareDrift = reading({
  name: 'shareDrift',
  does: 'What a team keeps of its capacity for kinds of work and for what nobody planned, beside what its work of the last weeks really was.',
  route: '/teams/{team}/share-drift',
  input: z.strictObject({ team: ref('team') }),
  needs: (_, { team }) => [{ may: 'edit-items', on: { in: 'team', id: team } }],
  of: (view, { team }, { now }) => shareDriftOf(view, team, dayIn(view.get('team', team).zone, now)),
});
