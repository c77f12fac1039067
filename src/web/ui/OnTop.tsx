import { Suspense, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { isElsewhere } from './key-registry.ts';

/** Longer than this nobody's keys are held: what was opened does not come, for want of a connection say. */
const LONGEST_MS = 3_000;
const MODIFIERS = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'];

/**
 * A layer that is opened by a key. What is typed while it is still being fetched, or is drawn and has not taken the focus yet, is meant for it:
 * it is held, and given to the layer once it has the focus. The page would take it for keys of its own.
 */
export function OnTop({ children }: { children: ReactNode }) {
  const isOpen = useRef(true);
  useLayoutEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return (
    <>
      <Suspense fallback={<HoldKeys isOpen={isOpen} />}>{children}</Suspense>
      <HoldFirstKeys isOpen={isOpen} />
    </>
  );
}

interface Holding {
  readonly isOpen: RefObject<boolean>;
}

/** While it is fetched. */
function HoldKeys({ isOpen }: Holding) {
  useLayoutEffect(() => holdKeys(isOpen), [isOpen]);
  return null;
}

/** From the moment of opening until the focus is there. */
function HoldFirstKeys({ isOpen }: Holding) {
  useLayoutEffect(() => holdKeys(isOpen)(), [isOpen]);
  return null;
}

/** How often keys were held, and by which of the times a key was given. */
let holds = 0;
const given = new WeakMap<Event, number>();

/**
 * Holds keys from now on. The answer gives them to what has the focus next, or drops them when nothing takes it. They are given one after the
 * other, and what is typed meanwhile after them: a key may close this layer and open the next one, which holds what follows for itself. What
 * was given is held again by younger layers only.
 */
function holdKeys(isOpen: RefObject<boolean>): () => void {
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
    const target = await focused(isOpen);
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

/** What hears keys instead of the page, once something does: a busy machine may take its time. Null when nothing does, or what was opened is closed again. */
async function focused(isOpen: RefObject<boolean>): Promise<Element | null> {
  const until = performance.now() + LONGEST_MS;
  while (isOpen.current && performance.now() < until) {
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
