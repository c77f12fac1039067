import { Suspense, useLayoutEffect, type ReactNode } from 'react';
import { giveKey } from './give-key.ts';
import { isElsewhere } from './key-registry.ts';

/** Longer than this nobody's keys are held: what was opened does not come, for want of a connection say. */
const LONGEST_MS = 3_000;
const MODIFIERS = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'];

/**
 * A layer that is opened by a key. What is typed while it is still being fetched, or is drawn and has not taken the focus yet, is meant for it:
 * it is held, and given to the layer once it has the focus. The page would take it for keys of its own.
 */
export function OnTop({ children }: { children: ReactNode }) {
  return (
    <>
      <Suspense fallback={<HoldKeys />}>{children}</Suspense>
      <Opening />
    </>
  );
}

/** Stands in for what a key has opened while that is fetched: what is typed meanwhile is held. */
export function HoldKeys() {
  useLayoutEffect(() => waitingFor(fetched), []);
  return null;
}

/** From the moment of opening until the focus is there. */
function Opening() {
  useLayoutEffect(() => {
    const stop = waitingFor(focused);
    let isOpen = true;
    void (async () => {
      while (isOpen && (fetched.size > 0 || !isElsewhere(document.activeElement))) await pause(16);
      stop();
    })();
    return () => {
      isOpen = false;
      stop();
    };
  }, []);
  return null;
}

/** What is waited for: layers that are to be fetched, which may lie on each other, and layers that are to have the focus. */
const fetched = new Set<object>();
const focused = new Set<object>();
const isWaiting = (): boolean => fetched.size > 0 || focused.size > 0;

/** Waits for one more, and holds keys until then. The answer stops waiting for it. */
function waitingFor(layers: Set<object>): () => void {
  const layer = {};
  layers.add(layer);
  const late = setTimeout(() => layers.delete(layer), LONGEST_MS);
  void holdKeys();
  return () => {
    clearTimeout(late);
    layers.delete(layer);
  };
}

const held: KeyboardEvent[] = [];
let isHolding = false;

/**
 * Holds what is typed until nothing is waited for, and gives it then, key by key: one of them may close a layer and open another, which is waited for
 * before the next key. What is typed meanwhile comes after. What was opened and did not take the focus leaves nothing to give to.
 */
async function holdKeys(): Promise<void> {
  if (isHolding) return;
  isHolding = true;
  addEventListener('keydown', hold, true);
  for (let event: KeyboardEvent | undefined; isWaiting() || held.length > 0;) {
    const isAwaited = isWaiting();
    while (isWaiting()) await pause(16);
    if (isAwaited && !isElsewhere(document.activeElement)) held.length = 0;
    event = held.shift();
    if (!event) break;
    giveKey(event);
    await pause(0); // what it has done is drawn then
  }
  removeEventListener('keydown', hold, true);
  isHolding = false;
}

/** A person's own presses are held; what is given is not. */
function hold(event: KeyboardEvent): void {
  if (!event.isTrusted || event.isComposing || MODIFIERS.includes(event.key)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  held.push(event);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
