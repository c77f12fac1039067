import { deliveredWith } from '../../src/domain/forecast/delivered.ts';
import { deliveredWithin } from '../../src/domain/forecast/delivered-within.ts';
import type { Day } from '../../src/domain/kernel/day.ts';
import type { Person } from './app.ts';
import { later } from './list.ts';

// A product with a past: what was finished week by week is known by hand, and so is what is open.

/** Points finished in each of the last weeks, the newest last, on its Wednesday if the day of the file is a Monday. */
export const WEEKS: readonly number[] = [6, 4, 7, 5, 8, 3, 6, 5];

/** How many points are delivered within so many working days with a confidence, asked of the engine with weeks known by hand. */
export const deliversAfter = (past: readonly number[], days: number, confidence: number): number =>
  Math.floor(deliveredWith(confidence, deliveredWithin({ past, ahead: [1], isCounted: false }, days, { trials: 10_000, seed: 1 })));

/** Brings a Jira export of that product through the first door: items `SKI-20` and on are open, with these points, best first. */
export async function bringSkiTours({ page }: Person, { firstLink, on, open }: { firstLink: string; on: Day; open: readonly number[] }): Promise<void> {
  await page.goto(firstLink);
  await page.getByLabel('Name of the workspace').fill('Northwind');
  const dropped = await page.evaluateHandle(
    (text) => {
      const files = new DataTransfer();
      files.items.add(new File([text], 'ski.csv', { type: 'text/csv' }));
      return files;
    },
    csv(on, open),
  );
  await page.getByText('Bring your backlog').dispatchEvent('drop', { dataTransfer: dropped });
  await page.getByRole('button', { name: 'Look into the file' }).click();
  await page.getByRole('button', { name: `Import ${WEEKS.length + open.length} items` }).click();
  await page.getByRole('button', { name: 'Go to the backlog' }).click();
}

function csv(on: Day, open: readonly number[]): string {
  const jira = (days: number) =>
    new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', year: '2-digit', timeZone: 'UTC' })
      .format(new Date(later(on, days)))
      .replaceAll(' ', '/')
      .replace('Sept', 'Sep');
  const head = 'Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Created,Updated,Resolved,Custom field (Story Points)';
  const made = `${jira(-90)} 9:00 AM`;
  const done = WEEKS.map((points, at) => {
    const day = `${jira(-7 * (WEEKS.length - at) + 2)} 10:00 AM`;
    return `Done ${at},SKI-${at + 1},${100 + at},Story,Done,SKI,Ski tours,${made},${day},${day},${points}`;
  });
  const rest = open.map((points, at) => `Open ${at},SKI-${at + 20},${200 + at},Story,To Do,SKI,Ski tours,${made},${made},,${points}`);
  return [head, ...done, ...rest].join('\n');
}
