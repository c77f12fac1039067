import type { FlowPoint, PointItem, TurnPart } from '../../domain/flow/point-items.ts';
import type { FlowItems } from '../../domain/flow/flow-items.ts';
import { GROUP_NAMES } from '../backlog/marks/group-names.ts';
import { grouped } from '../ui/grouped.ts';
import { shortDay } from '../ui/format-day.ts';
import { TURN_NAMES } from './turns-chart.ts';

const PARTS: Readonly<Record<TurnPart, string>> = { ...TURN_NAMES, came: 'Came', left: 'Left otherwise than done' };

const days = (count: number): string => (count === 1 ? '1 day' : `${grouped(count)} days`);

/** What a figure tells: `Done in the week from 2 Mar`. */
export function titleOf(point: FlowPoint, { states, today }: { states: FlowItems['states']; today: string }): string {
  switch (point.of) {
    case 'throughput':
      return `Done in the week from ${shortDay(point.week, today)}`;
    case 'flow':
      return `${GROUP_NAMES[point.group]} at the end of ${shortDay(point.day, today)}`;
    case 'state':
      if (point.state === 'waited' || point.state === 'worked') return point.state === 'waited' ? 'Days of waiting' : 'Days of work';
      return `Days in ${states.find(({ id }) => id === point.state)?.name ?? 'a state'}`;
    case 'cycle':
      return `Done on ${shortDay(point.day, today)} after ${days(point.days)}`;
    case 'age':
      return `Under way since ${shortDay(point.since, today)}`;
    case 'turns':
      return `${PARTS[point.turns]} in the week from ${shortDay(point.week, today)}`;
  }
}

/** What an item has to do with a figure: `9 days, done 20 Mar`. */
export function figureOf(point: FlowPoint, { on, days: took, points, turn }: PointItem, today: string): string {
  const when = shortDay(on, today);
  switch (point.of) {
    case 'throughput':
      return [when, took === null ? 'start not known' : days(took), ...(points === null ? [] : [points === 1 ? '1 point' : `${points} points`])].join(' · ');
    case 'flow':
      return took === null ? `since ${when}` : `since ${when} · ${days(took)}`;
    case 'state':
      return `${days(took ?? 0)} · done ${when}`;
    case 'cycle':
    case 'age':
      return days(took ?? 0);
    case 'turns':
      return turn === null ? when : `${TURN_NAMES[turn]} · ${when}`;
  }
}
