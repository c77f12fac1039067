import type { MyWork, OwnItem, WorkPlace } from '../../domain/mywork/my-work.ts';

/** The places in the order in which they are drawn, with what stands over each. */
const HEADINGS: Readonly<Record<WorkPlace, string>> = {
  now: 'Now',
  due: 'Due',
  next: 'Next',
  blocked: 'Blocked',
  waitsForOthers: 'Waiting on others',
  waitedFor: 'Others wait for it',
};
const PLACES: readonly WorkPlace[] = ['now', 'due', 'next', 'blocked', 'waitsForOthers', 'waitedFor'];

const HEADING = 'place:';

/** What a row is the heading of; null for an item's row. */
export const headingOf = (row: string): string | null => (row.startsWith(HEADING) ? HEADINGS[row.slice(HEADING.length) as WorkPlace] : null);

/** The rows of a member's work: each place that has something under its heading. */
export function workRows(work: MyWork): { rows: readonly string[]; items: readonly string[]; own: ReadonlyMap<string, OwnItem> } {
  const filled = PLACES.filter((place) => work[place].length > 0);
  const all = filled.flatMap((place) => work[place]);
  return {
    rows: filled.flatMap((place) => [`${HEADING}${place}`, ...work[place].map(({ item }) => item)]),
    items: all.map(({ item }) => item),
    own: new Map(all.map((one) => [one.item, one])),
  };
}
