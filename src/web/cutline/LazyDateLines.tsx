import { fetchedLater } from '../ui/fetched-later.tsx';

/** The date lines of a list, fetched and worked out after the list itself. */
export const LazyDateLines = fetchedLater(async () => (await import('./DateLines.tsx')).DateLines);
/** One of them among the rows. */
export const LazyDateLineRow = fetchedLater(async () => (await import('./DateLineRow.tsx')).DateLineRow);
/** What there is of them, in the list's bar. */
export const LazyDateLinesMenu = fetchedLater(async () => (await import('./DateLinesMenu.tsx')).DateLinesMenu);
