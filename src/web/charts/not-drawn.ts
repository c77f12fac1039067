import type { FlowHistory } from '../../domain/flow/flow-history.ts';
import type { Day } from '../../domain/kernel/day.ts';
import { shortDay } from '../ui/format-day.ts';

/** Charts that have nothing to draw, why that is so, and where one goes to change it. */
export interface NotDrawn {
  readonly charts: string;
  readonly why: string;
  readonly act: { readonly to: 'backlog' | 'sprint'; readonly says: string } | null;
}

/** What the history itself does not hold. */
export interface Around {
  /** When something was delivered last; null: never. */
  readonly lastDone: Day | null;
  /** The teams that work in sprints and are seen here. */
  readonly teams: readonly { readonly hasClosed: boolean }[];
  /** Of the teams in flow nobody asks for sprints. */
  readonly hasFlowTeam: boolean;
}

/** Which charts of the flow are not there, each with what it waits for. */
export function notDrawn({ weeks, turns, finished, inStates, underWay, days, day }: FlowHistory, { lastDone, teams, hasFlowTeam }: Around): NotDrawn[] {
  const isDone = (days.at(-1)?.items.done ?? 0) > 0;
  const last = lastDone === null ? 'Nothing was finished yet.' : `Nothing was finished in the last 13 weeks; the last was on ${shortDay(lastDone, day)}.`;
  const takes = [...(finished.length === 0 ? ['cycle time'] : []), ...(inStates === null ? ['time in state'] : [])].join(', ');
  const found: NotDrawn[] = [];
  const add = (charts: string, why: string, act: NotDrawn['act'] = null) => void found.push({ charts, why, act });
  if (!isDone) add(['Throughput', takes].filter((one) => one !== '').join(', '), last);
  else {
    if (weeks.length === 0) add('Throughput', 'Whole weeks are counted; this one is once it is over.');
    if (takes !== '') add(takes[0]!.toUpperCase() + takes.slice(1), 'Of what was finished nobody knows when it was begun.');
  }
  if (turns.length === 0) add('What came and what left', 'Nothing came or left in the last 12 whole weeks.');
  if (underWay.length === 0) add('Age of work under way', 'Nothing is under way.', { to: 'backlog', says: 'Begin with the first row' });
  if (teams.length === 0 && !hasFlowTeam)
    add('Burndown, velocity, forecasts', 'Nobody has named the team that works here.', { to: 'sprint', says: 'Name the team' });
  else if (teams.length > 0 && teams.every(({ hasClosed }) => !hasClosed))
    add('Velocity', 'No sprint was closed yet.', { to: 'sprint', says: 'Open the sprint' });
  return found;
}
