import { aliasesByKey } from '../backlog/alias.ts';
import { numberAfter } from '../backlog/create-items.ts';
import { itemNumbered } from '../backlog/item.ts';
import type { View, WorkspaceDraft } from '../collections.ts';
import type { Context } from '../kernel/verb.ts';

/** Gives numbers to rows one after another; the product's counter is written once for all of them. */
export class ImportNumbers {
  readonly #draft: WorkspaceDraft;
  readonly #product: string;
  readonly #gives: boolean;
  #last: number;

  constructor(draft: WorkspaceDraft, product: string, { givesNumbers }: Context) {
    this.#draft = draft;
    this.#product = product;
    this.#gives = givesNumbers;
    this.#last = draft.workspace.get('product', product).lastNumber;
  }

  /** A row keeps its number where the project key of its own key is the product's and the number is free; else it gets the next one. */
  take(ownKey: string | null): number | null {
    if (!this.#gives) return null;
    const { workspace } = this.#draft;
    const { key } = workspace.get('product', this.#product);
    const digits = ownKey?.toUpperCase().startsWith(`${key}-`) ? ownKey.slice(key.length + 1) : '';
    const own = /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : null;
    const number = own === null || isTaken(workspace, this.#product, own) ? numberAfter(workspace, this.#product, this.#last) : own;
    this.#last = Math.max(this.#last, number);
    return number;
  }

  /** Once all have theirs. */
  write(): void {
    this.#draft.update('product', this.#product, { lastNumber: this.#last });
  }
}

function isTaken(view: View, product: string, number: number): boolean {
  const { key } = view.get('product', product);
  return itemNumbered(view, product, number) !== undefined || view.list(aliasesByKey, `${key}-${number}`).length > 0;
}
