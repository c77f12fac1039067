import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD, startE2e, type E2e, type Person } from './app.ts';
import { itemsOf, pointAt, rowOf } from './list.ts';
import { foundNorthwind } from './northwind.ts';

const BACKLOG = '/northwind/TRL/backlog';

let e2e: E2e;
let admin: Person;
beforeAll(async () => {
  e2e = await startE2e();
  admin = await foundNorthwind(e2e);
  await e2e.batch(admin, 'northwind', [
    {
      verb: 'createItems',
      input: { product: 'TRL', items: ['Warn before the weather turns', 'Share a live position', 'Call for help'].map((title) => ({ title })) },
    },
  ]);
  await opened(admin.page);
});
afterAll(() => e2e.close());

async function opened(page: Page): Promise<Page> {
  await page.goto(BACKLOG);
  await rowOf(page, 'TRL-1').waitFor();
  return page;
}

const refuse = (route: Route) => route.abort();

/** How many rows a store of the browser's database has. */
const kept = (page: Page, store: string): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('cutline');
        request.onerror = () => reject(request.error ?? new Error('it could not be opened'));
        request.onsuccess = () => {
          const database = request.result;
          if (!database.objectStoreNames.contains(name)) {
            database.close();
            resolve(0);
            return;
          }
          const count = database.transaction(name).objectStore(name).count();
          count.onsuccess = () => {
            database.close();
            resolve(count.result);
          };
        };
      }),
    store,
  );

test('the next visit shows what the last one kept, and then what has happened since', async () => {
  await expect.poll(() => kept(admin.page, 'view')).toBe(1);
  await e2e.batch(admin, 'northwind', [{ verb: 'createItems', input: { product: 'TRL', items: [{ title: 'Meanwhile' }] } }]);
  const page = await admin.context.newPage();
  await page.route('**/snapshot', refuse);
  await page.goto(BACKLOG);
  await rowOf(page, 'TRL-1').waitFor();
  await rowOf(page, 'Meanwhile').waitFor();
  await page.close();
});

test('what happens before the first visit is kept is there at the next one, also where the server says only what came after it', async () => {
  const { page } = await e2e.colleague(admin, { workspace: 'northwind', name: 'Lena Moritz', role: 'product-manager' });
  await page.context().addInitScript(() => {
    // A browser that is busy for some seconds after the first screen.
    globalThis.requestIdleCallback = (act) => setTimeout(act, 3_000) as unknown as number;
  });
  const rename = (title: string) => e2e.batch(admin, 'northwind', [{ verb: 'updateItems', input: { items: ['TRL-3'], title } }]);
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!);
  });
  await opened(page);
  await rename('Call for help, by satellite');
  await rowOf(page, 'by satellite').waitFor();
  expect(await kept(page, 'view')).toBe(0);
  await expect.poll(() => kept(page, 'view')).toBe(1);
  await rename('Call for help, by satellite and by light');
  await rowOf(page, 'by light').waitFor();
  await expect.poll(() => kept(page, 'log')).toBeGreaterThan(0);
  await page.route('**/snapshot', refuse);
  await opened(page);
  await rowOf(page, 'by satellite and by light').waitFor();
  await page.close();
});

test('a tab that is closed with changes waiting has lost nothing: they are there, and sent, when the workspace is opened again', async () => {
  await admin.page.goto('about:blank');
  const first = await admin.context.newPage();
  await first.route('**/batch', refuse);
  await opened(first);
  await pointAt(first, 'TRL-1');
  await first.keyboard.press('Alt+Shift+ArrowDown');
  await expect.poll(async () => (await itemsOf(first)).at(-1)).toBe('TRL-1');
  await expect.poll(() => kept(first, 'queue')).toBe(1);
  await first.close();
  const second = await admin.context.newPage();
  await second.route('**/batch', refuse);
  await opened(second);
  await expect.poll(async () => (await itemsOf(second)).at(-1)).toBe('TRL-1');
  await second.unroute('**/batch');
  await expect.poll(() => kept(second, 'queue')).toBe(0);
  const { data } = await e2e.api<{ data: { key: string; position: number }[] }>(admin, 'GET /workspaces/northwind/items?limit=500');
  expect(data.find(({ key }) => key === 'TRL-1')?.position).toBe(data.length);
  await second.close();
});

test('of two tabs one sends what either does, and both show it', async () => {
  const [one, two] = [await opened(await admin.context.newPage()), await opened(await admin.context.newPage())];
  let sent = 0;
  admin.context.on('request', (request) => (sent += request.url().endsWith('/batch') ? 1 : 0));
  for (const [page, title] of [
    [one, 'From the first tab'],
    [two, 'From the second tab'],
  ] as const) {
    await page.bringToFront();
    await pointAt(page, 'TRL-2');
    await page.keyboard.press('c');
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    for (const either of [one, two]) await rowOf(either, title).waitFor();
  }
  await expect.poll(() => kept(one, 'queue')).toBe(0);
  expect(sent).toBe(2);
  const { data } = await e2e.api<{ data: { title: string }[] }>(admin, 'GET /workspaces/northwind/items?limit=500');
  expect(data.filter(({ title }) => title.startsWith('From the'))).toHaveLength(2);
  await two.close();
  await one.close();
});

test('a tab that can keep nothing works all the same, also beside one that can', async () => {
  const sender = await opened(await admin.context.newPage());
  const page = await admin.context.newPage();
  await page.addInitScript({ content: `IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };` });
  await opened(page);
  await pointAt(page, 'TRL-2');
  await page.keyboard.press('c');
  await page.keyboard.type('Kept by the server alone');
  await page.keyboard.press('Enter');
  const other = await opened(await admin.context.newPage());
  await rowOf(other, 'Kept by the server alone').waitFor();
  for (const tab of [other, page, sender]) await tab.close();
});

test('a browser whose storage never answers holds nothing up, and what is done in it is sent all the same', async () => {
  const page = await admin.context.newPage();
  await page.addInitScript({ content: `IDBFactory.prototype.open = () => new EventTarget();` });
  await opened(page);
  await pointAt(page, 'TRL-2');
  await page.keyboard.press('c');
  await page.keyboard.type('Sent without a shelf');
  await page.keyboard.press('Enter');
  const other = await opened(await admin.context.newPage());
  await rowOf(other, 'Sent without a shelf').waitFor();
  await other.close();
  await page.close();
});

test('a workspace that can not be opened says so, and Try again opens it once it can be', async () => {
  const page = await admin.context.newPage();
  await page.addInitScript({ content: `IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };` });
  await page.route('**/snapshot', (route) => route.fulfill({ status: 200, headers: { 'cutline-member': 'somebody' }, body: 'no snapshot at all' }));
  await page.goto(BACKLOG);
  await page.getByRole('alert').getByText('This workspace could not be opened.').waitFor();
  await page.unroute('**/snapshot');
  await page.getByRole('button', { name: 'Try again' }).click();
  await rowOf(page, 'TRL-1').waitFor();
  await page.close();
});

test('a server that can not answer yet is asked again by itself: by a first visit, and by one that knows who came last', async () => {
  const page = await admin.context.newPage();
  let left = Infinity;
  await page.route('**/api/v1/me', (route) => (left-- > 0 ? route.fulfill({ status: 503, body: '' }) : route.continue()));
  await page.goto(BACKLOG);
  await rowOf(page, 'TRL-1').waitFor();
  await page.evaluate(() => localStorage.clear());
  left = 3;
  await page.reload();
  await page.getByRole('status', { name: 'Loading the workspace' }).waitFor();
  await rowOf(page, 'TRL-1').waitFor();
  expect(left).toBeLessThan(0);
  await page.close();
});

test('whose session has ended leaves nothing in the browser, whether a page was open or is opened then', async () => {
  const nele = await e2e.colleague(admin, { workspace: 'northwind', name: 'Nele Sommer', role: 'team-member' });
  const { page } = nele;
  const typed = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('cutline.unsaved.')).length);
  for (const isOpen of [true, false]) {
    await opened(page);
    await expect.poll(() => kept(page, 'view')).toBe(1);
    await page.evaluate(() => localStorage.setItem('cutline.unsaved.some-item', '{"base":null,"text":"Between us"}'));
    if (!isOpen) await page.goto('/healthz');
    await e2e.api(nele, 'DELETE /session');
    if (isOpen) await page.getByText('You are signed out').waitFor();
    else {
      await page.goto(BACKLOG);
      await page.waitForURL(/sign-in/);
    }
    await expect.poll(() => kept(page, 'view')).toBe(0);
    await expect.poll(() => typed()).toBe(0);
    await e2e.api(nele, 'POST /session', { email: 'nele@northwind.example', password: PASSWORD });
  }
  await page.close();
});

test('signing out leaves nothing in the browser, and the other tabs show nothing more', async () => {
  const other = await opened(await admin.context.newPage());
  await opened(admin.page);
  await expect.poll(() => kept(admin.page, 'view')).toBe(1);
  await admin.page.getByRole('button', { name: /Account|Admin/ }).click();
  await admin.page.getByRole('menuitem', { name: /Sign out/ }).click();
  const leave = admin.page.getByRole('button', { name: /Sign out/ });
  if (await leave.isVisible()) await leave.click();
  await admin.page.waitForURL(/sign-in/);
  expect(await kept(admin.page, 'view')).toBe(0);
  await expect.poll(() => other.locator('[data-row]').count()).toBe(0);
});
