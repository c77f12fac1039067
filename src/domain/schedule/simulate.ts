import { firstDay } from '../forecast/finishing.ts';
import { TOLD } from '../forecast/told.ts';
import { alone } from './alone.ts';
import { feasibleRows, lanesTogether } from './feasible.ts';
import type { Part } from './part.ts';
import { together } from './together.ts';
import type { WorkPlan, WorkRow } from './work-plan.ts';

/** On which working days from today something is finished with each of the told chances; null: not within three years. */
export type FinishDays = readonly (number | null)[];

/** When something of a plan is likely begun and finished. */
export interface Expected {
  /** On which working day from today it is likely begun; 0: it has been; null: not within three years. */
  readonly start: number | null;
  readonly finish: FinishDays;
  /** The chance that it is finished in time for its release; null: it has none with a date. */
  readonly chance: number | null;
}

/** What was worked out of a plan, as plain values, in its order. Null: nobody can say. */
export interface Simulated {
  readonly rows: readonly (Expected | null)[];
  /** When all rows up to and with one are finished, by rank; those of which nobody can say are left out. Null: none above can be told of. */
  readonly upTo: readonly (FinishDays | null)[];
  readonly groups: readonly (Expected | null)[];
}

/** Works off a plan in ten thousand trials, with pauses: rows in their order, teams at their own pace, nothing before what it waits for. */
export function* simulate(plan: WorkPlan): Generator<void, Simulated> {
  const feasible = feasibleRows(plan);
  const parts: Part[] = [];
  for (const lanes of lanesTogether(plan, feasible)) {
    const places = [...plan.rows.keys()].filter((place) => feasible[place] && lanes.includes(plan.rows[place]!.lane));
    if (places.length > 0) parts.push(yield* isAlone(plan, places) ? alone(plan, places) : together(plan, { lanes, places }));
  }
  const rows = rowsOf(plan, parts);
  yield;
  return { rows, upTo: upToOf(plan, parts), groups: groupsOf(plan, { parts, feasible, rows }) };
}

/** Whether rows are those of one team with a history, and nothing of it waits for what is not in the same queue. */
export function isAlone({ lanes, rows }: Pick<WorkPlan, 'lanes' | 'rows'>, places: readonly number[]): boolean {
  const { team, outlook } = lanes[rows[places[0]!]!.lane]!;
  return outlook !== null && places.every((place) => isFree(rows[place]!));

  function isFree({ lane, from, waitsFor }: WorkRow): boolean {
    return lanes[lane]!.team === team && from === 1 && waitsFor!.every((blocker) => rows[blocker]!.lane === lane);
  }
}

function rowsOf(plan: WorkPlan, parts: readonly Part[]): (Expected | null)[] {
  const rows = plan.rows.map((): Expected | null => null);
  for (const { finishing, rows: places, row, starts } of parts) {
    for (const [at, place] of places.entries()) {
      const { due } = plan.rows[place]!;
      const finish = TOLD.map((share) => finishing.dayWith(share, row[at]!));
      rows[place] = { start: starts[at]!, finish, chance: due === null ? null : finishing.chance(row[at]!, due) };
    }
  }
  return rows;
}

/** Teams that have nothing to do with each other are independent: how likely both are finished is the product. */
const productOf = (chances: readonly ((day: number) => number)[]): FinishDays =>
  TOLD.map((share) => firstDay(share, (day) => chances.reduce((all, chance) => all * chance(day), 1)));

function upToOf({ byRank }: WorkPlan, parts: readonly Part[]): (FinishDays | null)[] {
  const upTo = byRank.map((): FinishDays | null => null);
  const partOf = new Map(parts.flatMap((part) => part.rows.map((place) => [place, part] as const)));
  const chances = new Map<Part, (day: number) => number>();
  const counted = new Map<Part, number>();
  let last: FinishDays | null = null;
  for (const place of byRank) {
    const part = partOf.get(place);
    if (part) {
      const at = counted.get(part) ?? 0;
      counted.set(part, at + 1);
      chances.set(part, (day) => part.finishing.chance(part.upTo[at]!, day));
      last = productOf([...chances.values()]);
    }
    upTo[place] = last;
  }
  return upTo;
}

interface Found {
  readonly parts: readonly Part[];
  readonly feasible: readonly boolean[];
  readonly rows: readonly (Expected | null)[];
}

function groupsOf({ groups }: WorkPlan, { parts, feasible, rows }: Found): (Expected | null)[] {
  return groups.map(({ rows: places, due }, group) => {
    if (places.length === 0 || !places.every((place) => feasible[place])) return null;
    const chances = parts
      .filter((part) => part.groups.has(group))
      .map(
        ({ finishing, groups: of }) =>
          (day: number) =>
            finishing.chance(of.get(group)!, day),
      );
    const starts = places.map((place) => rows[place]!.start).filter((start) => start !== null);
    return {
      start: starts.length === 0 ? null : Math.min(...starts),
      finish: productOf(chances),
      chance: due === null ? null : chances.reduce((all, chance) => all * chance(due), 1),
    };
  });
}
