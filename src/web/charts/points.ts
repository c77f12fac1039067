import { COUNTED_GROUPS } from '../../domain/flow/flow-figures.ts';
import { TURN_PARTS, type FlowPoint } from '../../domain/flow/point-items.ts';
import { isDay } from '../../domain/kernel/day.ts';

/** A figure as it stands in the address: `throughput.2026-03-02`. */
export function textOfPoint(point: FlowPoint): string {
  switch (point.of) {
    case 'throughput':
      return `throughput.${point.week}`;
    case 'flow':
      return `flow.${point.day}.${point.group}`;
    case 'state':
      return `state.${point.state}`;
    case 'cycle':
      return `cycle.${point.day}.${point.days}`;
    case 'age':
      return `age.${point.since}`;
    case 'turns':
      return `turns.${point.week}.${point.turns}`;
  }
}

/** The figure that an address names; null: none. */
export function pointOfText(text: string): FlowPoint | null {
  const [of, at = '', part = ''] = text.split('.');
  if (of === 'state') return at === '' ? null : { of, state: at };
  if (!isDay(at)) return null;
  if (of === 'throughput') return { of, week: at };
  if (of === 'age') return { of, since: at };
  if (of === 'cycle') return /^\d{1,5}$/.test(part) ? { of, day: at, days: Number(part) } : null;
  const group = COUNTED_GROUPS.find((one) => one === part);
  if (of === 'flow') return group ? { of, day: at, group } : null;
  const turns = TURN_PARTS.find((one) => one === part);
  return of === 'turns' && turns ? { of, week: at, turns } : null;
}
