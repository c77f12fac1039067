import type { View } from '../collections.ts';
import type { Day } from '../kernel/day.ts';
import { isOpenRelease, releasesByDate, type Release } from './release.ts';

/** A release that draws a line: open, and with a date. */
export type DatedRelease = Release & { readonly dueOn: Day };

const drawsLine = (release: Release): release is DatedRelease => isOpenRelease(release) && release.dueOn !== null;

/** The releases of a product that draw a line, by date, then by name. */
export const datedReleases = (view: View, product: string): DatedRelease[] => [...view.list(releasesByDate, product)].filter(drawsLine);
