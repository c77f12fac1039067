import type { Item } from '../backlog/item.ts';
import type { View } from '../collections.ts';
import { blockerFix } from './blocker-fix.ts';
import type { Fix } from './fix.ts';
import type { Lines } from './line.ts';
import { laterDate, moveAbove } from './room-fixes.ts';
import type { WhyReason } from './reason.ts';

/** Up to two ways to change it in one step; the first is the button that Enter presses. */
export function fixesFor(view: View, lines: Lines, { item, reason }: { item: Item; reason: WhyReason }): Fix[] {
  return [...waysIn(view, lines, { item, reason }), ...waysOut(item, reason)].slice(0, 2);
}

function waysIn(view: View, lines: Lines, { item, reason }: { item: Item; reason: WhyReason }): Fix[] {
  switch (reason.code) {
    case 'would-be-taken':
    case 'in-sprint':
      if (item.release !== null) return [];
      return [{ code: 'put-in', call: { verb: 'putInRelease', input: { items: [item.id], release: reason.line } }, asks: null }];
    case 'held':
      return blockerFix(view, lines, { item, by: reason.by, line: reason.line });
    case 'full':
    case 'would-fit':
    case 'below':
      return [...moveAbove(view, lines, { item, line: reason.line }), ...laterDate(view, lines, { item, line: reason.line })];
    case 'no-date':
    case 'date-passed':
      return [{ code: 'set-date', call: { verb: 'updateRelease', input: { release: 'line' in reason ? reason.line : reason.release } }, asks: 'dueOn' }];
    case 'no-pace':
      return [{ code: 'set-pace', call: { verb: 'updateTeam', input: { team: reason.team } }, asks: 'pace' }];
    case 'no-team':
      return [
        {
          code: 'make-team',
          call: { verb: 'createTeam', input: { name: view.get('product', reason.product).name, products: [reason.product] } },
          asks: 'pace',
        },
      ];
    case 'other-team':
      return addTeam(view, reason);
    case 'together':
    case 'held-by-hidden':
    case 'release-closed':
    case 'taken':
    case 'no-line':
    case 'parent':
    case 'task':
    case 'no-place':
      return [];
  }
}

/** A team that works on the product, but not on the release, may be added to it. */
function addTeam(view: View, { line, team }: { line: string; team: string }): Fix[] {
  const release = view.get('release', line);
  if (view.find('team', team)?.products.includes(release.product) !== true) return [];
  return [{ code: 'add-team', call: { verb: 'updateRelease', input: { release: line, teams: [...release.teams, team] } }, asks: null }];
}

/** What is in a release that does not take it can be taken out of it. */
function waysOut({ id, release }: Item, { code }: WhyReason): Fix[] {
  const isComing = code === 'taken' || code === 'in-sprint' || code === 'parent' || code === 'task' || code === 'no-place';
  return release === null || isComing ? [] : [{ code: 'take-out', call: { verb: 'putInRelease', input: { items: [id], release: null } }, asks: null }];
}
