import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { boxToDrag } from './list.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Puts a finger on something that has these words and keeps it there until it is lifted: its copy goes with the finger, which moves and lets go. */
export async function hold(what: Locator, words: string) {
  const page = what.page();
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', at?: Point) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ ...at }] : [] });
  const copy = page.locator('body > [aria-hidden=true]').filter({ hasText: words });
  await expect
    .poll(async () => {
      const { x, y, height } = await boxToDrag(what);
      await send('touchStart', { x: x + 30, y: y + Math.min(20, height / 2) });
      const isLifted = await copy.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
      if (!isLifted) await send('touchCancel'); // the page was still moving: it is taken hold of anew
      return isLifted;
    })
    .toBe(true);
  return { move: (at: Point) => send('touchMove', at), up: () => send('touchEnd') };
}
