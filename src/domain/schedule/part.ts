import type { Finishing } from '../forecast/finishing.ts';

/** What was found of teams that have nothing to do with the others: when each of their rows, and several of them together, are finished. */
export interface Part {
  readonly finishing: Finishing;
  /** The rows, by their places in the plan, in rank order. */
  readonly rows: readonly number[];
  /** Under which number {@link finishing} has each of them. */
  readonly row: readonly number[];
  /** The same for all of them up to and with it. */
  readonly upTo: readonly number[];
  /** The same for those that belong to a group, by the group's place in the plan. */
  readonly groups: ReadonlyMap<number, number>;
  /** On which day each is likely begun; 0: it has been, null: not within three years. */
  readonly starts: readonly (number | null)[];
}

/** The groups of a plan among some of its rows: the places in `rows` that belong to each. */
export function groupsAmong(groups: readonly { readonly rows: readonly number[] }[], rows: readonly number[]): Map<number, number[]> {
  const at = new Map(rows.map((place, index) => [place, index]));
  const among = new Map<number, number[]>();
  for (const [group, { rows: places }] of groups.entries()) {
    const own = places.map((place) => at.get(place)).filter((index) => index !== undefined);
    if (own.length > 0) among.set(group, own);
  }
  return among;
}
