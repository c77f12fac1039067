import type { Entity } from '../kernel/change.ts';
import type { Day } from '../kernel/day.ts';
import type { Collection } from '../kernel/field.ts';

/** From one day to another, both counted, a part of a team's hours, up to 1, is gone because people of it are away. */
export interface Gap {
  readonly from: Day;
  readonly to: Day;
  readonly gone: number;
}

/**
 * How many people a team has and when how much of it is away, and not who: what those see of people and days off who may not see whose they are, so that
 * lines and bars stand for them where they stand for all. It has the id of the team, and it exists in views only; nobody writes it.
 */
export interface Away extends Entity {
  readonly gaps: readonly Gap[];
  readonly people: number;
}

export const away: Collection<Away> = {
  name: 'away',
  resource: null,
  fields: { gaps: { kind: 'json', label: 'Away' }, people: { kind: 'number', label: 'People' } },
};
