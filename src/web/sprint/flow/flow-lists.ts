import type { View } from '../../../domain/collections.ts';
import { teamFlow } from '../../../domain/planning/team-flow.ts';
import type { Team } from '../../../domain/team/team.ts';
import type { NamedCall } from '../../../domain/verbs.ts';
import type { RowPlace } from '../../ui/use-row-drag.ts';
import { endOf, placeIn, sideOf, type Lifted, type Sides } from '../sides/sides.ts';
import { beginCalls, moveInQueueCall, putBackCalls } from './flow-deeds.ts';

/** The row of the replenishment line. */
export const NEXT_LINE = 'line:next';

/** What waits for a team, and what it has under way. */
export function flowLists(view: View, team: string): Sides {
  const { waiting, begun } = teamFlow(view, team);
  return { left: waiting, right: begun };
}

/** Where the replenishment line stands, and what it says; null without a limit. */
export function nextLineOf(view: View, team: string): { at: number; count: number; room: number; limit: number } | null {
  const { waiting, begun, next, limit } = teamFlow(view, team);
  if (next === null || limit === null) return null;
  const last = next.at(-1);
  return { at: last === undefined ? 0 : waiting.indexOf(last) + 1, count: next.length, room: limit - begun.length, limit };
}

interface FlowDrop {
  readonly over: RowPlace;
  readonly team: Team;
  readonly canMove: boolean;
}

/** What a drop does: to what is under way, back to the queue, or to another place in it. Items of several products go one by one. */
export function callOfFlowDrop(view: View, { items, side, lists }: Lifted, { over, team, canMove }: FlowDrop): NamedCall | null {
  const onto = over.row === NEXT_LINE ? 'left' : sideOf(lists, over.row);
  if (onto === null || (onto === 'right' && side === 'right')) return null;
  if (onto !== side) return only(onto === 'right' ? beginCalls(view, items) : putBackCalls(view, items));
  const place = placeIn(lists.left, over.row === NEXT_LINE ? { row: endOf('left'), edge: 'below' } : over, new Set(items));
  return place && canMove ? moveInQueueCall(team, items, { place, canRank: true }) : null;
}

const only = ([first, ...others]: readonly NamedCall[]): NamedCall | null => (first && others.length === 0 ? first : null);
