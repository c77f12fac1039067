import { byCodeUnit, same, type Change, type Fields, type Place, type SetChange, type Value } from './change.ts';
import type { Day } from './day.ts';
import { Refusal } from './refusal.ts';
import type { OnTouch } from './record-index.ts';
import type { Before, Shape, Stamp, Workspace } from './workspace.ts';

/** A version of a long text that a verb wrote; its body travels beside the changes and is stored in the same transaction. */
export interface TextVersion {
  readonly id: string;
  readonly owner: { readonly in: string; readonly id: string; readonly field: string };
  /** The version that the author started from. */
  readonly base: string | null;
  readonly body: string;
}

interface Options {
  readonly happenedOn?: Day | undefined;
  readonly place?: Place;
  readonly respread?: true;
  readonly aside?: true;
}

/** What an undo left as it is, because somebody has changed it since. */
export interface Kept {
  readonly in: string;
  readonly id: string;
  readonly field: string;
  /** The member who changed it last, where that is known. */
  readonly by: string | null;
}

/** What a verb writes on. Its workspace already shows what was written. */
export class Draft<S extends Shape> {
  readonly changes: Change[] = [];
  readonly texts: TextVersion[] = [];
  readonly kept: Kept[] = [];
  readonly workspace: Workspace<S>;
  /** The records as they were before each change, in order. */
  readonly befores: Before[] = [];
  readonly #stamp: Stamp;
  readonly #onTouch: OnTouch | undefined;
  readonly #happenedOn: Day | undefined;

  constructor(workspace: Workspace<S>, stamp: Stamp, { onTouch, happenedOn }: { onTouch?: OnTouch | undefined; happenedOn?: Day | undefined } = {}) {
    this.workspace = workspace;
    this.#stamp = stamp;
    this.#onTouch = onTouch;
    this.#happenedOn = happenedOn;
  }

  create<C extends keyof S & string>(collection: C, record: S[C], { happenedOn }: Options = {}): void {
    if (this.workspace.find(collection, record.id)) throw new Refusal({ code: 'id-taken', id: record.id });
    this.#add({ op: 'create', in: collection, record, ...(happenedOn ? { happenedOn } : {}) });
  }

  remove<C extends keyof S & string>(collection: C, id: string): void {
    this.#add({ op: 'remove', in: collection, record: this.workspace.get(collection, id) });
  }

  /** Fields that have the value already are left out; when none is left, nothing is written. Sets (lists of strings) become members gained and lost. */
  // eslint-disable-next-line max-params -- as a sentence: update the item with this id to these values, and how
  update<C extends keyof S & string>(collection: C, id: string, values: Partial<S[C]>, options: Options = {}): void {
    const record = this.workspace.get(collection, id) as unknown as Fields;
    const from: Record<string, Value> = {};
    const to: Record<string, Value> = {};
    const sets: Record<string, SetChange> = {};
    for (const [field, value] of Object.entries(values as Fields)) {
      const old = record[field] ?? null;
      if (value === undefined || same(old, value)) continue;
      if (isTexts(old) && isTexts(value)) Object.assign(sets, setChange(field, old, value));
      else {
        from[field] = old;
        to[field] = value;
      }
    }
    const changed = Object.keys(to).length > 0 || Object.keys(sets).length > 0;
    if (!changed) return;
    this.#add({ op: 'update', in: collection, id, from, to, ...(Object.keys(sets).length > 0 ? { sets } : {}), ...given(options) });
  }

  /** Says that a record was touched on a day before it came here, without what was changed. */
  touched<C extends keyof S & string>(collection: C, id: string, happenedOn: Day): void {
    this.#add({ op: 'update', in: collection, id, from: {}, to: {}, happenedOn });
  }

  /** Keeps a new version of a long text and points the record's field at it. */
  write<C extends keyof S & string>(owner: { in: C; id: string; field: keyof S[C] & string }, body: string, version: string): void {
    const record = this.workspace.get(owner.in, owner.id) as unknown as Fields;
    const base = (record[owner.field] ?? null) as string | null;
    this.texts.push({ id: version, owner, base, body });
    this.update(owner.in, owner.id, { [owner.field]: version } as unknown as Partial<S[C]>); // the field is one of the record's long texts
  }

  /** Does something on trial: when the outcome is not fine, it is as if nothing had been done. Says whether it was. */
  attempt(act: () => void, isFine: () => boolean): boolean {
    const before = { changes: this.changes.length, befores: this.befores.length, texts: this.texts.length, kept: this.kept.length };
    act();
    if (isFine()) return true;
    this.workspace.restore(this.befores.splice(before.befores), this.#onTouch);
    this.changes.length = before.changes;
    this.texts.length = before.texts;
    this.kept.length = before.kept;
    return false;
  }

  /** Takes everything back that was written; the workspace is as it was, stamps included. */
  takeBack(): void {
    this.workspace.restore(this.befores, this.#onTouch);
  }

  #add(told: Change): void {
    const change = this.#happenedOn === undefined ? told : { happenedOn: this.#happenedOn, ...told };
    this.befores.push(...this.workspace.apply([change], this.#stamp, this.#onTouch));
    this.changes.push(change);
  }
}

/** A set changes by members; a list of anything else is one value. */
const isTexts = (value: Value): value is readonly string[] => Array.isArray(value) && value.every((member) => typeof member === 'string');

function setChange(field: string, old: readonly string[], value: readonly string[]): Record<string, SetChange> {
  const before = new Set(old);
  const after = new Set(value);
  const add = [...after].filter((member) => !before.has(member)).sort(byCodeUnit);
  const remove = old.filter((member) => !after.has(member));
  return add.length + remove.length > 0 ? { [field]: { add, remove } } : {};
}

const given = ({ happenedOn, place, respread, aside }: Options) => ({
  ...(happenedOn ? { happenedOn } : {}),
  ...(place ? { place } : {}),
  ...(respread ? { respread } : {}),
  ...(aside ? { aside } : {}),
});
