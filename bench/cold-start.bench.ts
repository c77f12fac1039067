import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';
import { browserApp, type BrowserApp } from './browser-app.ts';
import type { Bench, Row } from './row.ts';

/** From navigation to a list whose rows are drawn, in Chromium over loopback: without anything in the browser, and with what the last visit kept. */
export const bench: Bench = {
  name: 'Cold and warm start',
  async run(quick) {
    const sizes = quick ? [2_000] : [2_000, 100_000];
    const rows: Row[] = [];
    for (const items of sizes) {
      const app = await browserApp(items);
      try {
        rows.push(...(await starts(app, { items, runs: quick ? 1 : 5 })));
      } finally {
        await app.close();
      }
    }
    return rows;
  },
};

async function starts(app: BrowserApp, { items, runs }: { items: number; runs: number }): Promise<Row[]> {
  const [small, name] = [items <= 2_000, items.toLocaleString('en')];
  const bare = {
    what: 'ms for the page without rows',
    measured: await median(runs, () => withFresh(app, (context) => timeTo(context, app.backlog, '#root *'))),
  };
  const uncached = await median(small ? 1 : Math.min(runs, 3), async () => {
    await app.restart();
    return withFresh(app, (context) => timeTo(context, app.backlog, '[data-row]'));
  });
  const cached = await median(runs, () => withFresh(app, (context) => timeTo(context, app.backlog, '[data-row]')));
  const warm = await withFresh(app, async (context) => {
    await timeTo(context, app.backlog, '[data-row]');
    await isKept(context, app.backlog);
    return median(runs, () => timeTo(context, app.backlog, '[data-row]'));
  });
  return [
    { what: `${name} items, cold, the server's snapshot cached`, measured: cached, unit: 'ms', bar: small ? 250 : 1_000, against: bare },
    { what: `${name} items, cold, the server just started`, measured: uncached, unit: 'ms', bar: small ? null : 1_800, against: bare },
    { what: `${name} items, warm`, measured: warm, unit: 'ms', bar: small ? 250 : 600, against: bare },
  ];
}

async function withFresh<T>(app: BrowserApp, within: (context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await app.fresh();
  try {
    return await within(context);
  } finally {
    await context.close();
  }
}

/** From navigation until something is in the page and its frame is drawn, by the page's own clock. */
async function timeTo(context: BrowserContext, address: string, selector: string): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript({ content: noteWhenDrawn(selector) });
  await page.goto(address, { waitUntil: 'commit' });
  const ms = await polled(() => page.evaluate<number | undefined>('globalThis.drawnAt'));
  await page.close();
  return ms;
}

/** Asks until there is an answer: the page's content policy lets no function wait in it. */
async function polled<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (const end = performance.now() + 60_000; performance.now() < end;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await wait(20);
  }
  throw new Error('the page never came so far');
}

/** Waits until the snapshot lies in IndexedDB. */
async function isKept(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(address);
  await polled(() => page.evaluate<true | undefined>(HAS_VIEW));
  await page.close();
}

// What runs in the page is text: names that a transpiler adds are not there.

const noteWhenDrawn = (selector: string): string => `
  const observer = new MutationObserver(() => {
    if (!document.querySelector(${JSON.stringify(selector)})) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => (globalThis.drawnAt = performance.now())));
  });
  observer.observe(document, { childList: true, subtree: true });`;

const HAS_VIEW = `new Promise((resolve) => {
  const request = indexedDB.open('cutline');
  request.onsuccess = () => {
    const count = request.result.transaction('view').objectStore('view').count();
    count.onsuccess = () => {
      request.result.close();
      resolve(count.result > 0 || undefined);
    };
  };
})`;

async function median(runs: number, time: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < runs; n++) times.push(await time());
  return times.toSorted((a, b) => a - b)[runs >> 1]!;
}
