/** A short word of success, with the way back. */
export type Toast = {
  id: number;
  text: string;
  action: { label: string; run: () => void } | null;
};

/** What is said at the edge of the screen. At most three stand at once; the oldest makes room. */
export class Toasts {
  #shown: readonly Toast[] = [];
  #lastId = 0;
  readonly #watchers = new Set<() => void>();

  /** Shows a text; the answer is its id. `undo` puts an Undo button beside it. */
  show(text: string, more: { undo?: (() => void) | undefined; action?: Toast['action'] | undefined } = {}): number {
    const id = (this.#lastId += 1);
    const action = more.undo ? { label: 'Undo', run: more.undo } : (more.action ?? null);
    this.#change([...this.#shown.slice(-2), { id, text, action }]);
    return id;
  }

  dismiss(id: number): void {
    this.#change(this.#shown.filter((toast) => toast.id !== id));
  }

  list = (): readonly Toast[] => this.#shown;

  subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  #change(shown: readonly Toast[]): void {
    this.#shown = shown;
    for (const watcher of this.#watchers) watcher();
  }
}

/** The toasts of this page. */
export const toasts = new Toasts();
