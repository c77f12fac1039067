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

function HoldKeys() {
  useLayoutEffect(() => holdKeys(), []);
  return null;
}

/** From the moment of opening until the focus is there. */
function HoldFirstKeys() {
  useLayoutEffect(() => holdKeys()(), []);
  return null;
}

/** Holds keys from now on. The answer gives them to what has the focus next, or drops them when nothing takes it. */
function holdKeys(): () => void {
  const held: KeyboardEvent[] = [];
  const hold = (event: KeyboardEvent): void => {
    if (event.isComposing || MODIFIERS.includes(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held.push(event);
  };
  const letGo = (): void => removeEventListener('keydown', hold, true);
  const late = setTimeout(letGo, LONGEST_MS);
  addEventListener('keydown', hold, true);
  return () => {
    clearTimeout(late);
    void focused().then((target) => {
      letGo();
      if (target) for (const event of held) give(event);
    });
  };
}

/** What hears keys instead of the page, once something does; null when nothing does within some frames. */
async function focused(): Promise<Element | null> {
  for (let frames = 20; frames > 0; frames -= 1) {
    if (isElsewhere(document.activeElement)) return document.activeElement;
    await new Promise((resolve) => setTimeout(resolve, 16));
  }
  return null;
}

function give(held: KeyboardEvent): void {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = held;
  const target = document.activeElement ?? document.body;
  const isFree = target.dispatchEvent(new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true }));
  // Only a person's own press writes by itself. Deprecated as it is, nothing else writes into a field as typing does.
  if (isFree && key === 'Backspace') document.execCommand('delete');
  else if (isFree && key.length === 1 && !ctrlKey && !metaKey) document.execCommand('insertText', false, key);
}
