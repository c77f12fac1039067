import { sum } from '../estimation/sum.ts';

/** So much work: cards, the points of those that have any, and hours. */
export interface Work {
  readonly points: number;
  readonly hours: number;
  readonly items: number;
}

/** What a sprint is measured in. */
export const WORK_UNITS = ['points', 'hours', 'items'] as const satisfies readonly (keyof Work)[];
export type WorkUnit = (typeof WORK_UNITS)[number];

/** What was taken on, and what of it is still to do. Hours are taken on as first thought. */
export interface Standing {
  readonly scope: Work;
  readonly left: Work;
}

export const NO_WORK: Work = { points: 0, hours: 0, items: 0 };

export const plus = (a: Work, b: Work): Work => ({ points: sum(a.points, b.points), hours: sum(a.hours, b.hours), items: a.items + b.items });
export const less = (a: Work, b: Work): Work => plus(a, { points: -b.points, hours: -b.hours, items: -b.items });
export const isSameWork = (a: Work, b: Work): boolean => WORK_UNITS.every((unit) => a[unit] === b[unit]);
