import { foldName } from '../names/fold-name.ts';
import type { DraftItem } from '../rows/draft-item.ts';

/** Finds a file's rows by what other rows call them: id, key, and where a tool names parents by title, a title that only one row has. */
export class RowIndex {
  readonly #byId = new Map<string, DraftItem>();
  readonly #byKey = new Map<string, DraftItem>();
  readonly #byTitle = new Map<string, DraftItem | null>();

  readonly #knowsTitles: boolean;

  constructor({ byTitle }: { readonly byTitle: boolean }) {
    this.#knowsTitles = byTitle;
  }

  add(draft: DraftItem): void {
    const { key, title } = draft.item;
    if (draft.id !== '' && !this.#byId.has(draft.id)) this.#byId.set(draft.id, draft);
    if (key !== null && !this.#byKey.has(key.toUpperCase())) this.#byKey.set(key.toUpperCase(), draft);
    if (!this.#knowsTitles) return;
    const folded = foldName(title);
    this.#byTitle.set(folded, this.#byTitle.has(folded) ? null : draft);
  }

  find(name: string): DraftItem | undefined {
    const found = this.#byId.get(name) ?? this.#byKey.get(name.toUpperCase());
    return found ?? (this.#knowsTitles ? (this.#byTitle.get(foldName(name)) ?? undefined) : undefined);
  }
}
