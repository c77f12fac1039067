import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { MeasuredPaceAnswer } from '../../src/domain/capacity/measured-pace.ts';
import type { Item } from '../../src/domain/backlog/item.ts';
import { sourceRecords } from '../../src/domain/import/source-record.ts';
import type { CutlineAnswer } from '../../src/domain/cutline/cutline.ts';
import { model } from '../../src/domain/model.ts';
import { addDays, dayIn, type Instant } from '../../src/domain/kernel/day.ts';
import { withRealApp, type RealApp } from './real-app.ts';
import type { RealCheck, RealFinding } from './real-check.ts';

/** Every Jira file and one plain table become a backlog with a line across it, and come again without a change. */
export const importingChecks: readonly RealCheck[] = [
  { name: 'every file imported into a store, again, and a line drawn', run: importAll },
  { name: 'three exports of one project into one product, one after another', run: importSnapshots },
];

async function importAll(folder: string): Promise<RealFinding> {
  const names = readdirSync(path.join(folder, 'jira-csv')).filter((name) => name.endsWith('.csv'));
  const files = [...names.map((name) => `jira-csv/${name}`), 'story-points/springxd.csv'].toSorted();
  return withRealApp(async (app) => {
    const lines: string[] = [];
    const failures: string[] = [];
    for (const [at, name] of files.entries()) {
      const key = `P${at + 10}`;
      await app.product(key);
      const { line, wrong } = await importOne(app, { file: path.join(folder, name), key });
      lines.push(`${name}: ${line}`);
      failures.push(...wrong.map((what) => `${name}: ${what}`));
    }
    lines.push(`${files.length} files`);
    return { lines, failures };
  });
}

async function importOne(app: RealApp, { file, key }: { file: string; key: string }): Promise<{ line: string; wrong: string[] }> {
  const { run, ms } = await app.import(file, key);
  const before = await picture(app, key);
  const again = await app.import(file, key);
  const after = await picture(app, key);
  const pace = await app.ask<MeasuredPaceAnswer>('GET', `products/${key}/measured-pace`);
  const { pace: measured, why } = pace[pace.unit];
  const open = before.items.filter(({ trashedAt }) => trashedAt === null).length;
  const on = addDays(dayIn('UTC', new Date().toISOString() as Instant), 42);
  await app.ask('POST', `products/${key}/draw-line`, { pace: measured ?? 20, on });
  const { lines, rows } = await app.ask<CutlineAnswer>('GET', `products/${key}/cutline`);
  const hasOpen = rows.length > 0;
  const numbers = before.items.map(({ number }) => number);
  const wrong = [
    run.state !== 'done' && `ended as ${run.state}`,
    run.made !== open && `${run.made} made, but ${open} items`,
    run.made !== run.rows && `${run.rows} rows, but ${run.made} made`,
    new Set(numbers).size !== numbers.length && 'a number was given twice',
    (again.run.made > 0 || again.run.updated > 0) && `again: ${again.run.made} made, ${again.run.updated} changed`,
    again.kept.length > 0 && `again: ${again.kept.length} kept`,
    JSON.stringify(before) !== JSON.stringify(after) && 'again: something changed',
    measured === null && why === null && 'no pace and no reason',
    hasOpen && lines.length !== 1 && 'no line was drawn',
  ].filter((one) => one !== false);
  const paceSays = measured === null ? `no pace (${why})` : `pace ${measured} ${pace.unit}`;
  return {
    line: `${run.made} items, ${run.skipped} rows skipped, again ${again.run.unchanged} unchanged, ${paceSays}, ${rows.length < 100 ? rows.length : '100+'} open rows, ${ms} ms`,
    wrong,
  };
}

/** All that an import of one product makes. */
async function picture(app: RealApp, key: string) {
  return app.look((view) => {
    const product = model.resolve(view, 'product', key)!;
    const items = [...view.all('item')].filter((item) => item.product === product).toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
    const count = (name: 'member' | 'release' | 'sprint' | 'state' | 'link' | 'alias' | 'criterion' | 'sourceRecord') => [...view.all(name)].length;
    return { items, counts: (['member', 'release', 'sprint', 'state', 'link', 'alias', 'criterion', 'sourceRecord'] as const).map(count) };
  });
}

async function importSnapshots(folder: string): Promise<RealFinding> {
  const names = ['ticketproject-snapshot-1.csv', 'ticketproject-snapshot-2.csv', 'ticketproject-snapshot-3-current-fields.csv'];
  return withRealApp(async (app) => {
    await app.product('TP');
    const lines: string[] = [];
    const failures: string[] = [];
    let was: readonly Item[] = [];
    for (const name of names) {
      const { run, kept } = await app.import(path.join(folder, 'jira-csv', name), 'TP');
      const { items } = await picture(app, 'TP');
      lines.push(`${name}: ${run.made} made, ${run.updated} changed, ${run.unchanged} as they were, ${items.length} items`);
      const keys = items.map(({ id }) => id);
      const shared = items.filter(({ id }) => was.some((old) => old.id === id));
      const order = (all: readonly Item[]) =>
        all
          .filter(({ id }) => was.some((old) => old.id === id))
          .map(({ id }) => id)
          .join();
      const titles = await app.look((view) => keys.filter((id) => view.get('item', id).title === '').length);
      const sources = await app.look(
        (view) => new Set(Array.from(view.all('sourceRecord'), ({ product, source }) => view.list(sourceRecords, `${product}/${source}`).length)),
      );
      failures.push(
        ...[
          run.made + was.length !== items.length && `${name}: ${run.made} made beside ${was.length}, but ${items.length} items`,
          run.made + run.updated + run.unchanged !== run.rows && `${name}: a row was lost`,
          was.length > 0 && run.updated === 0 && `${name}: nothing was changed`,
          shared.length !== was.length && `${name}: an item went`,
          order(items) !== order(was) && `${name}: the order changed`,
          titles > 0 && `${name}: a title went`,
          [...sources].some((count) => count !== 1) && `${name}: one row became two items`,
          kept.some(({ field }) => field !== 'parent') && `${name}: something is said to be edited here, though nobody edited`,
        ].filter((one) => one !== false),
      );
      if (name.includes('current-fields')) {
        // It has no column for sprints, parents or descriptions: what is known of them stays.
        for (const field of ['sprint', 'parent', 'description'] as const)
          if (shared.some((item) => item[field] !== was.find(({ id }) => id === item.id)![field]))
            failures.push(`${name}: a column that is absent changed ${field}`);
      }
      was = items;
    }
    return { lines, failures };
  });
}
