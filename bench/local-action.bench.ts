import type { Page } from 'playwright-core';
import { setTimeout as wait } from 'node:timers/promises';
import { browserApp, type BrowserApp } from './browser-app.ts';
import type { Bench, Row } from './row.ts';

/** A row moved by key in Chromium, from the key to the committed page, and the frames of scrolling while colleagues change things. */
export const bench: Bench = {
  name: 'Local action',
  async run(quick) {
    const items = quick ? 2_000 : 100_000;
    const app = await browserApp(items);
    try {
      const context = await app.fresh();
      const page = await context.newPage();
      await page.addInitScript({ content: NOTES });
      await page.goto(app.backlog);
      await page.locator('[data-row]').first().waitFor({ timeout: 60_000 });
      await wait(quick ? 1_000 : 5_000); // what the first screen did not need is made in idle time
      const name = items.toLocaleString('en');
      const bare = {
        what: 'ms from a key to a page that only moves its cursor',
        measured: at(await times(page, { key: 'ArrowDown', count: quick ? 10 : 60 }), 0.5),
      };
      const moves = await times(page, { key: 'Alt+ArrowDown', count: quick ? 20 : 200 });
      const worst = await scrolled(app, page, quick ? 1_000 : 5_000);
      return [
        { what: `${name} items, a row moved, key to committed page, p50`, measured: at(moves, 0.5), unit: 'ms', bar: 4, against: bare },
        { what: `${name} items, a row moved, key to committed page, p95`, measured: at(moves, 0.95), unit: 'ms', bar: 16, against: bare },
        { what: `${name} items, longest frame while scrolling, 10 changes/s coming in`, measured: worst, unit: 'ms', bar: 50 },
      ] satisfies Row[];
    } finally {
      await app.close();
    }
  },
};

// What runs in the page is text: names that a transpiler adds are not there.

/** Notes how long after each key the page was changed: the observer is called as soon as React has committed. */
const NOTES = `
  globalThis.times = [];
  let pressedAt = null;
  addEventListener('keydown', (event) => { if (event.key === 'ArrowDown') pressedAt = performance.now(); }, true);
  new MutationObserver(() => {
    if (pressedAt === null) return;
    globalThis.times.push(performance.now() - pressedAt);
    pressedAt = null;
  }).observe(document, { childList: true, subtree: true, attributes: true });`;

async function times(page: Page, { key, count }: { key: string; count: number }): Promise<number[]> {
  await page
    .locator('[data-row]')
    .nth(2)
    .click({ position: { x: 4, y: 4 } });
  await page.keyboard.press('Escape');
  await page.evaluate('void (globalThis.times.length = 0)');
  for (let n = 0; n < count; n++) {
    await page.keyboard.press(key);
    await wait(30);
  }
  const all = await page.evaluate<number[]>('globalThis.times');
  if (all.length < count * 0.9) throw new Error(`only ${all.length} of ${count} keys changed the page`);
  return all.toSorted((a, b) => a - b);
}

/** The longest frame of a list that is scrolled while a colleague moves and makes items. */
async function scrolled(app: BrowserApp, page: Page, ms: number): Promise<number> {
  const colleague = await app.fresh();
  const base = new URL(app.backlog).origin;
  const { workspaces } = (await (await colleague.request.get(`${base}/api/v1/me`)).json()) as { workspaces: readonly { id: string }[] };
  const api = `${base}/api/v1/workspaces/${workspaces[0]!.id}`;
  const scrolling = page.evaluate<number>(`new Promise((resolve) => {
    const scroller = document.querySelector('[data-row-scroller]');
    const start = performance.now();
    let last = start, longest = 0;
    const step = (now) => {
      longest = Math.max(longest, now - last);
      last = now;
      scroller.scrollTop += 120;
      if (now - start < ${ms}) requestAnimationFrame(step);
      else resolve(longest);
    };
    requestAnimationFrame(step);
  })`);
  for (let n = 0; n < ms / 100; n++) {
    const answer = await colleague.request.post(`${api}/products/APP/items`, {
      headers: { origin: base },
      data: { items: [{ title: `Live ${n}` }], place: { to: n % 2 ? 'top' : 'bottom' } },
    });
    if (!answer.ok()) throw new Error(`the server answered ${answer.status()}`);
    await wait(70);
  }
  return scrolling;
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
