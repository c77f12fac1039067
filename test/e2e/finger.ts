import type { Locator } from 'playwright-core';
import { boxToDrag } from './list.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Puts a finger on something that has these words and keeps it there until it is lifted: its copy goes with the finger, which moves and lets go. */
export async function hold(what: Locator, words: string) {
  const page = what.page();
  const { x, y, height } = await boxToDrag(what);
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ ...at }] : [] });
  await send('touchStart', { x: x + 30, y: y + Math.min(20, height / 2) });
  await page.locator('body > [aria-hidden=true]').filter({ hasText: words }).waitFor();
  return { move: (at: Point) => send('touchMove', at), up: () => send('touchEnd') };
}
