import { Suspense, useLayoutEffect, type ReactNode } from 'react';
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
      <HoldFirstKeys />
    </>
  );
}

/** How often keys were held, and by which of the times a key was given. */
let holds = 0;
const given = new WeakMap<Event, number>();

/** How many layers are being fetched. One that has come may open on another that has not. */
let fetching = 0;

function HoldKeys() {
  useLayoutEffect(() => {
    const handOver = holdKeys();
    fetching += 1;
    return () => {
      fetching -= 1;
      handOver();
    };
  }, []);
  return null;
}

/** From the moment of opening until the focus is there. */
function HoldFirstKeys() {
  useLayoutEffect(() => holdKeys()(), []);
  return null;
}

/**
 * Holds keys from now on. The answer gives them to what has the focus next, or drops them when nothing takes it. They are given one after the
 * other, and what is typed meanwhile after them: a key may close this layer and open the next one, which holds what follows for itself. What
 * was given is held again by younger layers only.
 */
function holdKeys(): () => void {
  const held: KeyboardEvent[] = [];
  const own = (holds += 1);
  const hold = (event: KeyboardEvent): void => {
    if ((given.get(event) ?? 0) >= own || event.isComposing || MODIFIERS.includes(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.push(event);
  };
  const letGo = (): void => removeEventListener('keydown', hold, true);
  const late = setTimeout(letGo, LONGEST_MS);
  addEventListener('keydown', hold, true);
  const handOver = async (): Promise<void> => {
    const target = await focused();
    for (let event = held.shift(); event && target; event = held.shift()) {
      give(event, own);
      await new Promise((resolve) => setTimeout(resolve)); // what it has done is drawn then
    }
    letGo();
  };
  return () => {
    clearTimeout(late);
    void handOver();
  };
}

/** What hears keys instead of the page, once something does; null when nothing does within some frames of its being there. */
async function focused(): Promise<Element | null> {
  const until = performance.now() + LONGEST_MS;
  for (let frames = 20; frames > 0 && performance.now() < until; frames -= fetching > 0 ? 0 : 1) {
    if (isElsewhere(document.activeElement)) return document.activeElement;
    await new Promise((resolve) => setTimeout(resolve, 16));
  }
  return null;
}

/** Does what a press of a key would do. */
function give({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent, by: number): void {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true });
  given.set(event, by);
  const isFree = target.dispatchEvent(event);
  // Only a person's own press writes by itself. Deprecated as it is, nothing else writes into a field as typing does.
  if (isFree && key === 'Backspace') document.execCommand('delete');
  else if (isFree && key.length === 1 && !ctrlKey && !metaKey) document.execCommand('insertText', false, key);
}
