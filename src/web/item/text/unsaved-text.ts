/** What somebody has written of an item's description and not saved. */
export interface UnsavedText {
  /** The version that they started from; null: there was none. */
  readonly base: string | null;
  readonly text: string;
}

const PREFIX = 'cutline.unsaved.';

/** What was kept of an item in this browser, if anything. */
export function readUnsaved(item: string, storage: Pick<Storage, 'getItem'> = localStorage): UnsavedText | null {
  const kept = orNothing(() => storage.getItem(PREFIX + item));
  return kept == null ? null : asUnsaved(kept);
}

/** Keeps it until it is saved, also over a reload. A browser that keeps nothing has it as long as the page is open. */
export function keepUnsaved(item: string, unsaved: UnsavedText, storage: Pick<Storage, 'setItem'> = localStorage): void {
  orNothing(() => storage.setItem(PREFIX + item, JSON.stringify(unsaved)));
}

export function forgetUnsaved(item: string, storage: Pick<Storage, 'removeItem'> = localStorage): void {
  orNothing(() => storage.removeItem(PREFIX + item));
}

/** Leaves nothing of anybody's text in this browser: at the end of a session. */
export function forgetAllUnsaved(storage: Storage = localStorage): void {
  orNothing(() => {
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at));
    for (const key of keys) if (key?.startsWith(PREFIX)) storage.removeItem(key);
  });
}

function asUnsaved(kept: string): UnsavedText | null {
  let value: unknown;
  try {
    value = JSON.parse(kept);
  } catch (error) {
    if (error instanceof SyntaxError) return null; // not of ours
    throw error;
  }
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') return null;
  return { text: value.text, base: 'base' in value && typeof value.base === 'string' ? value.base : null };
}

/** Storage that is full or forbidden says so by a DOMException. */
function orNothing<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
