import type { Lane, WorkPlan } from './work-plan.ts';

/**
 * Which rows of a plan can be finished at all: those of a team of which something is known, that wait for nothing of which nobody can say when
 * it is finished, nor in a circle for themselves.
 */
export function feasibleRows({ lanes, rows }: Pick<WorkPlan, 'lanes' | 'rows'>): boolean[] {
  const waiting = rows.map(({ lane, waitsFor }) => (waitsFor === null || !isKnown(lanes[lane]) ? Infinity : waitsFor.length));
  const followers = followersOf(rows);
  const found = waiting.flatMap((count, place) => (count === 0 ? [place] : []));
  for (const place of found) for (const follower of followers[place]!) if (--waiting[follower]! === 0) found.push(follower);
  return waiting.map((count) => count === 0);
}

const isKnown = (lane: Lane | undefined): boolean => lane !== undefined && lane.percent > 0 && (lane.outlook !== null || lane.pace !== null);

/** The rows that wait for each row. */
export function followersOf(rows: WorkPlan['rows']): number[][] {
  const followers = rows.map((): number[] => []);
  for (const [place, { waitsFor }] of rows.entries()) for (const blocker of waitsFor ?? []) followers[blocker]!.push(place);
  return followers;
}

/** The lanes that have to do with each other, by their places: those of one team, and those that wait for each other, directly or through others. */
export function lanesTogether({ lanes, rows }: Pick<WorkPlan, 'lanes' | 'rows'>, feasible: readonly boolean[]): number[][] {
  const root = lanes.map(({ team }) => lanes.findIndex((lane) => lane.team === team));
  const rootOf = (lane: number): number => (root[lane] === lane ? lane : rootOf(root[lane]!));
  for (const [place, { lane, waitsFor }] of rows.entries()) {
    if (feasible[place]) for (const blocker of waitsFor!) root[rootOf(rows[blocker]!.lane)] = rootOf(lane);
  }
  const together = new Map<number, number[]>();
  for (const lane of lanes.keys()) together.set(rootOf(lane), [...(together.get(rootOf(lane)) ?? []), lane]);
  return [...together.values()];
}
