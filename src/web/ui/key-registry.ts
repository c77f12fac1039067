import { advance, parseKeys, type KeyStep, type Pending } from './keys.ts';

/** A key that does something here and now, with the words that `?` and the tooltips show. */
export type KeyBinding = {
  keys: string | readonly string[];
  /** What it does, as an imperative: "Open the item". */
  description: string;
  /** The heading that it stands under in the help. */
  group: string;
  run: (event: KeyboardEvent) => void;
  /** Whether it applies at this moment; if not, the next binding of the same keys is asked. */
  when?: (() => boolean) | undefined;
};

type Mounted = { binding: KeyBinding; steps: KeyStep[] };

/** All bindings of what is on screen. What was mounted last is asked first. */
export class KeyRegistry {
  /** In the order in which they came. */
  #mounts: (readonly Mounted[])[] = [];
  #shown: readonly KeyBinding[] = [];
  #pending: Pending | null = null;
  readonly #watchers = new Set<() => void>();

  /** Adds bindings; the answer takes them away again. */
  mount(bindings: readonly KeyBinding[]): () => void {
    const added = bindings.flatMap((binding) => [binding.keys].flat().map((keys) => ({ binding, steps: parseKeys(keys) })));
    this.#change([...this.#mounts, added]);
    return () => this.#change(this.#mounts.filter((mount) => mount !== added));
  }

  /** The bindings in force, for the help: one for each key, the one asked first. */
  list = (): readonly KeyBinding[] => this.#shown;

  subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Runs what a press means. Answers whether it was ours. */
  handle(event: KeyboardEvent, nowMs: number): boolean {
    if (event.defaultPrevented || event.isComposing || isElsewhere(event.target) || isItsOwn(event.target, event.key)) return false;
    if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'].includes(event.key)) return false;
    const live = this.#mounts
      .toReversed()
      .flat()
      .filter(({ binding }) => binding.when?.() ?? true);
    const press = {
      key: event.key,
      code: event.code,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
      altKey: event.altKey,
      shiftKey: event.shiftKey,
      altGraph: event.getModifierState('AltGraph'),
    };
    const { found, pending } = advance(
      live.map(({ steps }) => steps),
      this.#pending,
      { press, atMs: nowMs },
    );
    this.#pending = pending;
    const binding = found === null ? undefined : live[found]?.binding;
    if (!binding) return false;
    event.preventDefault();
    binding.run(event);
    return true;
  }

  #change(mounts: (readonly Mounted[])[]): void {
    this.#mounts = mounts;
    // A later binding of the same keys hides an earlier one, and stands in its own place.
    const winners = new Map(mounts.flat().map(({ binding }) => [String(binding.keys), binding]));
    this.#shown = [...new Set(mounts.flat().map(({ binding }) => binding))].filter((binding) => winners.get(String(binding.keys)) === binding);
    for (const watcher of this.#watchers) watcher();
  }
}

/** Someone is typing, or a menu, list or dialog has the keys for itself. */
export function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"], dialog')) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.getAttribute('role') === 'textbox';
}

const PRESSES = ['Enter', ' '];
const STEPS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', ' '];

/** Whether a key is for what has the focus: a button is pressed, a link followed, a choice made. What in a row is reached by pointer only has none: the keys are the list's. */
function isItsOwn(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement) || (target.tabIndex < 0 && target.closest('[data-row]'))) return false;
  if (target instanceof HTMLInputElement) return (target.type === 'checkbox' ? [' '] : STEPS).includes(key);
  return PRESSES.includes(key) && target.matches('button, a[href], summary, [role="button"], [role="tab"]');
}

/** The registry of this page. */
export const pageKeys = new KeyRegistry();
