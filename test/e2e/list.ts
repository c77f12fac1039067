import type { Locator, Page } from 'playwright-core';
import type { Day } from '../../src/domain/kernel/day.ts';

/** The rows of the list as they stand: an item's key, a line by its tab, the ghost line as `ghost`. */
export async function rowsOf(page: Page, list = 'Backlog'): Promise<string[]> {
  return page.getByRole('grid', { name: list }).evaluate((grid) => {
    const rows = [...grid.querySelectorAll<HTMLElement>('[data-row]')];
    rows.sort((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')));
    return rows.map((row) => {
      const id = row.dataset['row'] ?? '';
      if (row.querySelector('[data-line]')) return `line ${row.querySelector('button')?.textContent ?? ''}`;
      return /[A-Z]{2,}-\d+/.exec(row.textContent ?? '')?.[0] ?? id;
    });
  });
}

/** The keys of the items as they stand, lines left out. */
export const itemsOf = async (page: Page, list = 'Backlog'): Promise<string[]> => (await rowsOf(page, list)).filter((row) => /^[A-Z]+-\d+$/.test(row));

/** The row of an item, by its key or a part of its title. */
export const rowOf = (page: Page, words: string): Locator => page.locator('[data-row]').filter({ hasText: new RegExp(`${words}(?!\\d)`) });

/** What a row's mark says. */
export async function markOf(page: Page, words: string): Promise<string> {
  const label = await rowOf(page, words).locator('[data-cell=mark] button').getAttribute('aria-label');
  return (label ?? '').replace(/\. Why\?$/, '');
}

/** Makes a row the one that the keys are for, and the list what they go to. */
export async function pointAt(page: Page, words: string): Promise<void> {
  await rowOf(page, words)
    .getByRole('gridcell')
    .filter({ hasText: /^[A-Z]+-\d+$/ })
    .click();
}

/** Where something stands once it can be dragged: what listens to pointers is fetched after the first screen, and what still moves is missed. */
export async function boxToDrag(what: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await what.page().locator('[draggable=true]').first().waitFor();
  await what.hover({ trial: true });
  return (await what.boundingBox())!;
}

/** Drags something by mouse to the upper edge of something else; what is asked meanwhile is asked before it is let go. */
export async function dragTo(what: Locator, onto: Locator, meanwhile?: () => Promise<void>): Promise<void> {
  const page = what.page();
  const [from, to] = [await boxToDrag(what), (await onto.boundingBox())!];
  await page.mouse.move(from.x + 8, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + from.height / 2 - 12, { steps: 4 });
  await page.mouse.move(to.x + 40, to.y + 4, { steps: 6 });
  await page.mouse.move(to.x + 42, to.y + 4, { steps: 2 });
  await meanwhile?.();
  await page.mouse.up();
}

/** The rows of a chart's table, oldest first, without its head. */
export async function tableOf(page: Page, figure: string): Promise<string[]> {
  const all = page.getByRole('figure', { name: figure, exact: true }).getByRole('row');
  const texts = await all.evaluateAll((each) =>
    each.map((row) =>
      Array.from(row.children, (cell) => cell.textContent)
        .join(' ')
        .trim(),
    ),
  );
  return texts.slice(1).toReversed();
}

/** The toast with these words. */
export const toast = (page: Page, words: string | RegExp): Locator => page.getByRole('log').getByText(words);

/** The Undo of the toast with these words. */
export const undoOf = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('log').locator(':scope > div').filter({ hasText: words }).getByRole('button', { name: 'Undo' });

/** Today, as this machine has it. */
export const today = (): Day => new Date().toISOString().slice(0, 10) as Day; // an ISO instant starts with its day

/** So many days later. */
export function later(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10) as Day;
}

/** Mondays to Fridays from one day to another, both counted, one by one. */
export function workingDays(from: Day, to: Day): number {
  let days = 0;
  for (let day = from; day <= to; day = later(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days += 1;
  }
  return days;
}
