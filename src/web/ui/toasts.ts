/** A short word of success, with the way back. */
export type Toast = {
  id: number;
  text: string;
  action: { label: string; run: () => void } | null;
  /** The deed that it tells of. */
  of: string | null;
  /** Of several of one kind only the newest stands. */
  kind: string;
};

/** Deeds whose words are remembered after their toast has gone, for who takes one back later. */
const MOST_TOLD = 100;

/** What is said at the edge of the screen. At most three stand at once, and one of a kind: the older makes room. */
export class Toasts {
  #shown: readonly Toast[] = [];
  #lastId = 0;
  #lastUndone = 0;
  readonly #told = new Map<string, string>();
  readonly #watchers = new Set<() => void>();

  /** Shows a text; the answer is its id. `undo` puts an Undo button beside it, `of` names the deed that it tells of; without a kind it is one of its own. */
  show(
    text: string,
    more: { undo?: (() => void) | undefined; action?: Toast['action'] | undefined; of?: string | undefined; kind?: string | undefined } = {},
  ): number {
    const id = (this.#lastId += 1);
    const action = more.undo ? { label: 'Undo', run: more.undo } : (more.action ?? null);
    if (more.of !== undefined) this.#remember(more.of, text);
    const kind = more.kind ?? text;
    const others = this.#shown.filter((toast) => toast.kind !== kind);
    this.#change([...others.slice(-2), { id, text, action, of: more.of ?? null, kind }]);
    return id;
  }

  /** Deeds were taken back: what was said of them goes, and their words are said once more with the way forward again. */
  undone(deeds: readonly string[], redo: () => void): void {
    if (deeds.length === 0) return;
    const words = deeds.map((deed) => this.#told.get(deed)).find((text) => text !== undefined);
    this.#shown = this.#shown.filter(({ id, of }) => id !== this.#lastUndone && (of === null || !deeds.includes(of)));
    this.#lastUndone = this.show(words === undefined ? 'Undone' : `Undone: ${words}`, { action: { label: 'Redo', run: redo } });
  }

  /** What was taken back last is done again. */
  redone(): void {
    this.dismiss(this.#lastUndone);
  }

  dismiss(id: number): void {
    this.#change(this.#shown.filter((toast) => toast.id !== id));
  }

  list = (): readonly Toast[] => this.#shown;

  subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  #remember(deed: string, text: string): void {
    this.#told.set(deed, text);
    const [oldest] = this.#told.keys();
    if (this.#told.size > MOST_TOLD && oldest !== undefined) this.#told.delete(oldest);
  }

  #change(shown: readonly Toast[]): void {
    this.#shown = shown;
    for (const watcher of this.#watchers) watcher();
  }
}

/** The toasts of this page. */
export const toasts = new Toasts();
