import { grouped } from '../ui/grouped.ts';
import type { FlowStage, StageFlow } from '../../domain/funnel/flow-on.ts';
import type { Funnel, FunnelStage, Stage } from '../../domain/funnel/funnel.ts';

export const STAGE_NAMES: Readonly<Record<FunnelStage, string>> = {
  unplanned: 'Unplanned',
  later: 'Later releases',
  next: 'Next release',
  sprint: 'Sprint',
  done: 'Done lately',
};

const FLOW_NAMES: Readonly<Record<FlowStage, string>> = { unplanned: 'unplanned', release: 'releases', sprint: 'sprints', done: 'done' };

/** Which flow is told with a stage: that of all releases stands with the next one, because facts do not say which one that was then. */
export const FLOW_OF: Readonly<Record<FunnelStage, FlowStage | null>> = {
  unplanned: 'unplanned',
  later: null,
  next: 'release',
  sprint: 'sprint',
  done: 'done',
};

/** `134 points, 3 without`: what is estimated in sizes or hours has none either. */
export function pointsWords({ items, points, unestimated }: Stage): string {
  const told = `${grouped(points)} ${points === 1 ? 'point' : 'points'}`;
  if (unestimated === 0) return told;
  return unestimated === items.length ? 'none with points' : `${told}, ${grouped(unestimated)} without`;
}

/** How old the middle one is: `median age 23 days`; of what is done, how long it took. */
export function ageWords({ stage, medianAgeDays }: Stage): string {
  if (medianAgeDays === null) return '';
  const whole = Math.round(medianAgeDays);
  const days = `${grouped(whole)} ${whole === 1 ? 'day' : 'days'}`;
  return stage === 'done' ? `median ${days} to done` : `median age ${days}`;
}

/** How many stand over the product's limit. */
export function overWords({ open, sizeLimit }: Funnel): string | null {
  return sizeLimit !== null && open > sizeLimit ? `${grouped(open - sizeLimit)} over the limit of ${grouped(sizeLimit)}` : null;
}

/** `7.8 in, 2.3 out a week; 6 of 9 went on` */
export function flowWords({ stage, came, left, went }: StageFlow, weeks: number): string {
  const week = (count: number) => (count / weeks).toLocaleString('en-GB', { maximumFractionDigits: 1 });
  if (stage === 'done') return `${week(came)} a week`;
  const all = stage === 'release' ? 'all releases: ' : '';
  return `${all}${week(came)} in, ${week(left)} out a week${left === 0 ? '' : `; ${grouped(went)} of ${grouped(left)} went on`}`;
}

/** Where it clogs, in a sentence. */
export const clogWords = (clog: StageFlow, weeks: number): string => `Clogs at ${clogged(clog)} in ${weeks} weeks`;

/** Where it clogged on an earlier day. */
export const cloggedWords = (clog: StageFlow, { weeks, on }: { weeks: number; on: string }): string =>
  `Clogged on ${on} at ${clogged(clog)} in the ${weeks} weeks up to then`;

const clogged = ({ stage, came, left }: StageFlow): string => `${FLOW_NAMES[stage]}: ${grouped(came)} in and ${grouped(left)} out`;
