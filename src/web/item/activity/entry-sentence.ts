import type { View } from '../../../domain/collections.ts';
import type { Link } from '../../../domain/dependency/link.ts';
import { idOf, type Change, type Entity } from '../../../domain/kernel/change.ts';
import type { Entry } from '../../../domain/kernel/entry.ts';
import type { TeamEstimate } from '../../../domain/estimation/team-estimate.ts';
import type { ReadyTick } from '../../../domain/readiness/ready-check.ts';
import { nameIn } from '../../app/name-in.ts';
import { LINK_NAMES, sideOf } from '../link-kind.ts';
import { criteriaWords } from './criteria-words.ts';
import { itemWords } from './item-words.ts';

/** What an entry did to an item, in words that follow who did it: `moved it up, and estimated it at 5 points`. Null: nothing worth a line. */
export function entrySentence(view: View, entry: Pick<Entry, 'verb' | 'changes'>, item: string): string | null {
  const changes = entry.changes.filter((change) => change.op !== 'update' || !change.respread);
  const made = changes.some((change) => change.op === 'create' && change.in === 'item' && idOf(change) === item);
  if (made) return entry.verb.startsWith('import') ? 'brought it in by an import' : 'added it';
  const parts = [
    ...changes.flatMap((change) => (change.in === 'item' && change.op === 'update' && change.id === item ? itemWords(view, change) : [])),
    ...criteriaWords(view, changes),
    ...changes.flatMap((change) => (change.in === 'readyTick' ? tickWords(view, change) : [])),
    ...changes.flatMap((change) => (change.in === 'teamEstimate' ? teamEstimateWords(view, change) : [])),
    ...changes.flatMap((change) => (change.in === 'link' ? linkWords(view, change, item) : [])),
  ];
  if (parts.length === 0) return null;
  const joined = parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return entry.verb === 'undoEntry' ? `took a change back: ${joined}` : joined;
}

function tickWords(view: View, change: Change): string[] {
  if (change.op === 'update') return [];
  const check = view.find('readyCheck', (change.record as Entity & ReadyTick).check); // it is in the collection of ticks
  const says = check ? `“${check.words}”` : 'a check of ready that is gone';
  return [change.op === 'create' ? `ticked off ${says}` : `unticked ${says}`];
}

function teamEstimateWords(view: View, change: Change): string[] {
  const id = idOf(change);
  const estimate = change.op === 'update' ? view.find('teamEstimate', id) : (change.record as Entity & TeamEstimate); // it is in the collection of these
  const team = estimate ? nameIn(view)('team', estimate.team) : 'a team';
  if (change.op === 'remove') return [`said that it needs nothing of ${team}`];
  const points = change.op === 'update' ? (change.to as Partial<TeamEstimate>).points : estimate!.points; // as above
  return [`estimated it at ${points} for ${team}`];
}

function linkWords(view: View, change: Change, item: string): string[] {
  if (change.op === 'update') return [];
  const { kind, other } = sideOf(change.record as Entity & Link, item); // it is in the collection of links
  // Of a link whose other end is not shown the reader knows that it is there, and not of what.
  const name = view.find('item', other) ? nameIn(view)('item', other) : 'an item that you cannot see';
  const says = `${LINK_NAMES[kind].toLowerCase()} ${name}`;
  return [change.op === 'create' ? `linked it: ${says}` : `took the link away: ${says}`];
}
