import type { Lines } from '../../domain/cutline/line.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Need } from '../../domain/tradeoffs/pull.ts';
import type { NameOf } from '../app/refusal-sentence.ts';
import { shortDay } from '../ui/format-day.ts';

/** `needs 6 more points`, `7 points to spare`; with several teams each for itself, and only those that need more, if any does. */
export function needsWords(needs: readonly Need[], { unit }: Pick<Lines, 'unit'>, name: NameOf): string {
  const [only, ...others] = needs;
  if (!only) return 'nothing above it draws on a team';
  if (others.length === 0) return amountWords(only.more, unit);
  const lacking = needs.filter(({ more }) => more > 0);
  return (lacking.length > 0 ? lacking : needs).map(({ team, more }) => `${name('team', team)} ${amountWords(more, unit)}`).join(' · ');
}

function amountWords(more: number, unit: string): string {
  const counted = (n: number) => (n === 1 ? unit.slice(0, -1) : unit);
  return more > 0 ? `needs ${more} more ${counted(more)}` : `${-more} ${counted(-more)} to spare`;
}

/** `needs until 26 Mar`; undefined: it is not worked out yet. */
export function dateWords(date: Day | null | undefined, { now, today }: { now: Day; today: Day }): string {
  if (date === undefined) return '…';
  if (date === null) return 'no date does that';
  if (date === now) return 'with its date as it is';
  return `${date > now ? 'needs until' : 'could be on'} ${shortDay(date, today)}`;
}
