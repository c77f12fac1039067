import { categoryOf } from '../backlog/category.ts';
import { itemsInRelease } from '../backlog/item.ts';
import { isOpen } from '../backlog/open.ts';
import type { View } from '../collections.ts';
import { daysBetween, type Day } from '../kernel/day.ts';
import { isOpenRelease, releasesByDate, type Release } from './release.ts';
import { releaseSpans } from './release-span.ts';

/** One next and one or two future releases are normal. */
const USUAL_OPEN = 3;
/** Three months, as the longest three are. */
const USUAL_DAYS = 92;

/** What is worth a second look at a release. It warns and refuses nothing. */
export type ReleaseWarning =
  | { readonly code: 'many-open'; readonly open: number }
  | { readonly code: 'too-long'; readonly days: number }
  | { readonly code: 'no-feature'; readonly items: number };

/** What is unusual about an open release: one of many, longer than three months, or with work but nothing new for anybody. */
export function warningsOf(view: View, release: Release, today: Day): ReleaseWarning[] {
  if (!isOpenRelease(release)) return [];
  const open = [...view.list(releasesByDate, release.product)].filter(isOpenRelease).length;
  const span = releaseSpans(view, release.product, today).get(release.id);
  const days = span ? daysBetween(span.from, span.to) : 0;
  const items = [...view.list(itemsInRelease, release.id)].filter((item) => item.type !== 'task' && item.trashedAt === null && item.parkedAt === null);
  const isWithoutFeature = items.some((item) => isOpen(view, item)) && !items.some((item) => categoryOf(item) === 'new-feature');
  return [
    ...(open > USUAL_OPEN ? [{ code: 'many-open', open } as const] : []),
    ...(days > USUAL_DAYS ? [{ code: 'too-long', days } as const] : []),
    ...(isWithoutFeature ? [{ code: 'no-feature', items: items.length } as const] : []),
  ];
}
