import type { BrowserContext, Page } from 'playwright-core';
import { setTimeout as wait } from 'node:timers/promises';
import { browserApp, type BrowserApp } from './browser-app.ts';
import type { Bench, Row } from './row.ts';

/** A card dragged over a board of five hundred in Chromium, and the frames meanwhile. */
export const bench: Bench = {
  name: 'Board',
  async run(quick) {
    const cards = quick ? 60 : 500;
    const app = await browserApp(cards);
    try {
      const context = await app.fresh();
      await fillBoard(app, context, cards);
      const page = await context.newPage();
      await page.goto(app.backlog.replace(/backlog$/, 'sprint'));
      await page
        .locator('li[data-row]')
        .nth(cards - 1)
        .waitFor({ state: 'attached', timeout: 60_000 });
      await wait(quick ? 500 : 4_000); // what the first screen did not need is made in idle time
      const rounds = quick ? 1 : 5;
      const bare: Frames[] = [];
      const drags: Frames[] = [];
      for (let round = 0; round < rounds; round++) {
        bare.push(await framesOf(page, () => wander(page)));
        drags.push(await framesOf(page, () => dragged(page)));
      }
      const task = await longestTask(app, page);
      const against = { what: 'ms, with the pointer moved alike and nothing lifted', measured: middle(bare.map(({ longest }) => longest)) };
      return [
        {
          what: `${cards} cards, longest frame of a drag, median of ${rounds}`,
          measured: middle(drags.map(({ longest }) => longest)),
          unit: 'ms',
          bar: 25,
          against,
        },
        { what: `${cards} cards, longest frame of all drags`, measured: Math.max(...drags.map(({ longest }) => longest)), unit: 'ms', bar: 25, against },
        { what: `${cards} cards, longest piece of work of the page in a drag, in time of the processor`, measured: task, unit: 'ms', bar: 25 },
        { what: `${cards} cards, frames over 25 ms in ${rounds} drags`, measured: drags.reduce((sum, { slow }) => sum + slow, 0), unit: 'frames', bar: 0 },
      ] satisfies Row[];
    } finally {
      await app.close();
    }
  },
};

/** Puts all items in a sprint that is under way, spread over the states. */
async function fillBoard(app: BrowserApp, context: BrowserContext, cards: number): Promise<void> {
  const base = new URL(app.backlog).origin;
  const ask = async <T>(method: 'GET' | 'POST', path: string, data?: unknown): Promise<T> => {
    const answer = await context.request.fetch(`${base}/api/v1${path}`, { method, headers: { origin: base }, ...(data === undefined ? {} : { data }) });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  type Page<R> = { readonly data: readonly ({ readonly id: string } & R)[] };
  const { workspaces } = await ask<{ workspaces: readonly { id: string }[] }>('GET', '/me');
  const at = `/workspaces/${workspaces[0]!.id}`;
  const [team] = (await ask<Page<object>>('GET', `${at}/teams`)).data;
  await ask('POST', `${at}/teams/${team!.id}/sprints`, {});
  const [sprint] = (await ask<Page<object>>('GET', `${at}/sprints`)).data;
  const items = (await ask<Page<object>>('GET', `${at}/items?product=APP&limit=500`)).data.slice(0, cards).map(({ id }) => id);
  for (const group of ['ready', 'in-progress', 'in-review']) await ask('POST', `${at}/products/APP/states`, { name: group, group });
  const states = (await ask<Page<{ group: string }>>('GET', `${at}/states`)).data;
  await ask('POST', `${at}/plan-in-sprint`, { items, sprint: sprint!.id });
  await ask('POST', `${at}/sprints/${sprint!.id}/start`, {});
  for (const [place, state] of states.entries()) {
    const own = items.filter((_, n) => n % states.length === place);
    if (own.length > 0) await ask('POST', `${at}/set-state`, { items: own, state: state.id });
  }
}

interface Frames {
  readonly longest: number;
  readonly slow: number;
}

/** The frames of the page while something is done. What runs in the page is text: names that a transpiler adds are not there. */
async function framesOf(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(`(() => {
    globalThis.frames = { longest: 0, slow: 0, isOn: true };
    let last = performance.now();
    const step = (now) => {
      const took = now - last;
      last = now;
      globalThis.frames.longest = Math.max(globalThis.frames.longest, took);
      if (took > 25) globalThis.frames.slow++;
      if (globalThis.frames.isOn) requestAnimationFrame(step);
    };
    requestAnimationFrame((now) => { last = now; requestAnimationFrame(step); });
  })()`);
  await act();
  return page.evaluate<Frames>('(() => { globalThis.frames.isOn = false; return { longest: globalThis.frames.longest, slow: globalThis.frames.slow }; })()');
}

/** The longest that the page's own thread was at work without a break in a drag, whatever else the machine did meanwhile. */
async function longestTask({ browser }: BrowserApp, page: Page): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await dragged(page);
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: readonly TraceEvent[] };
  const threads = new Set(
    traceEvents.flatMap(({ name, args, tid, pid }) => (name === 'thread_name' && args?.name === 'CrRendererMain' ? [`${pid} ${tid}`] : [])),
  );
  const works = traceEvents.flatMap(({ name, tid, pid, tdur }) =>
    /RunTask/.test(name) && threads.has(`${pid} ${tid}`) && tdur !== undefined ? [tdur / 1000] : [],
  );
  if (works.length === 0) throw new Error('the trace tells of no work');
  return Math.max(...works);
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** From the first column over the others and back, up and down, as a hand does it. */
async function wander(page: Page): Promise<void> {
  for (let step = 0; step <= 60; step++) {
    const x = 300 + 1000 * Math.abs(Math.sin((step / 60) * Math.PI));
    const y = 260 + 500 * Math.abs(Math.sin((step / 15) * Math.PI));
    await page.mouse.move(x, y);
    await wait(16);
  }
}

async function dragged(page: Page): Promise<void> {
  await page.evaluate(`void (document.querySelector('[data-row-scroller]').scrollTop = 0)`); // near the edge the board scrolled by itself
  const box = (await page.locator('li[data-row]').nth(2).boundingBox())!;
  await page.mouse.move(box.x + 100, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 100, box.y + 30, { steps: 4 });
  await page.locator('li[data-row].opacity-40').waitFor({ state: 'attached', timeout: 5_000 }); // it is lifted
  await wander(page);
  await page.keyboard.press('Escape');
  await page.mouse.up();
}

const middle = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1]!;
