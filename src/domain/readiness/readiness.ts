import { z } from 'zod';
import { criteriaOf } from '../backlog/criterion.ts';
import type { Item } from '../backlog/item.ts';
import { groupOf, isOpen } from '../backlog/open.ts';
import { reading, type View } from '../collections.ts';
import { openBlockers } from '../dependency/open-blockers.ts';
import { pointsOf } from '../estimation/estimate.ts';
import { teamEstimatesOf } from '../estimation/team-estimate.ts';
import { ref } from '../kernel/ref.ts';
import { checksFor, type Check } from './definition.ts';
import { readyTicksOf } from './ready-check.ts';

export interface AskedCheck extends Check {
  readonly isMet: boolean;
}

/** How many of the checks of ready an item passes, and which. Never shown as a percentage. */
export interface Readiness {
  readonly met: number;
  readonly of: number;
  readonly checks: readonly AskedCheck[];
}

/** Readiness of an open item that is not in Ready yet; null where it does not matter: later, for tasks, and where nothing is asked. */
export function readinessOf(view: View, item: Item): Readiness | null {
  return isBeforeReady(view, item) ? passedBy(view, item) : null;
}

/** Whether an item is still to be made ready. */
function isBeforeReady(view: View, item: Item): boolean {
  if (item.type === 'task' || !isOpen(view, item)) return false;
  const group = groupOf(view, item);
  return group === 'backlog' || group === 'triage';
}

/** What an item passes of the checks of its type, wherever it stands; null where nothing is asked of it. */
function passedBy(view: View, item: Item): Readiness | null {
  const checks = checksFor(view, item.product, item.type).map((check) => ({ ...check, isMet: passes(view, item, check) }));
  return checks.length === 0 ? null : { met: checks.filter(({ isMet }) => isMet).length, of: checks.length, checks };
}

function passes(view: View, item: Item, { id, kind, most }: Check): boolean {
  switch (kind) {
    case 'estimate':
      return item.estimate !== null || view.list(teamEstimatesOf, item.id).length > 0;
    case 'criteria':
      return view.list(criteriaOf, item.id).length > 0;
    case 'description':
      return item.description !== null;
    case 'no-blocker':
      return openBlockers(view, item).length === 0;
    case 'size':
      return isSmallEnough(item, most);
    case 'own':
      return Array.from(view.list(readyTicksOf, item.id)).some(({ check }) => check === id);
  }
}

/** The limit is in points: what is estimated in something else is not held against it, what is not estimated is not known to be small. */
function isSmallEnough({ estimate }: Item, most: number | null): boolean {
  if (estimate === null) return false;
  const points = pointsOf(estimate);
  return points === null || most === null || points <= most;
}

export const readiness = reading({
  name: 'readiness',
  does: 'How many of the checks of ready an item passes, and which.',
  route: '/items/{item}/readiness',
  input: z.strictObject({ item: ref('item') }),
  needs: (_, { item }) => [{ may: 'read', on: { in: 'item', id: item } }],
  of: (view, { item }) => readinessOf(view, view.get('item', item)),
});
