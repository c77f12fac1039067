import { useEffect, useLayoutEffect, useRef } from 'react';
import { pageKeys, type KeyBinding } from './key-registry.ts';

/** Binds keys while the component is on screen. Bindings may be written anew at every render; what runs is always the newest. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const newest = useRef(bindings);
  useLayoutEffect(() => {
    newest.current = bindings;
  });
  const shape = JSON.stringify(bindings.map(({ keys, description, group }) => [keys, description, group]));
  useEffect(
    () =>
      pageKeys.mount(
        newest.current.map(({ keys, description, group }, index) => ({
          keys,
          description,
          group,
          run: (event) => newest.current[index]?.run(event),
          when: () => newest.current[index]?.when?.() ?? true,
        })),
      ),
    [shape],
  );
}

/** Listens for the whole page; the frame does this once. */
export function useKeyListener(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => void pageKeys.handle(event, performance.now());
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
