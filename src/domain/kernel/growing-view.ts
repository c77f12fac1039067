import type { Change } from './change.ts';
import { idOf } from './change.ts';
import type { Collection } from './field.ts';
import { emptyWorkspace, type Access, type Model, type RecordName } from './model.ts';
import type { Readable, Shape, Stamp, Workspace } from './workspace.ts';

/**
 * Everything that somebody sees, as a workspace of its own that is made piece by piece while the whole goes on: what was taken in follows
 * every entry, the rest is read when its turn comes. Made to its end it equals {@link viewOf}, and each piece costs little.
 */
export class GrowingView<S extends Shape> {
  readonly access: Access;
  readonly view: Workspace<S>;
  readonly #model: Model<S>;
  /** Records that were looked at, seen or not. */
  readonly #taken = new Set<string>();
  readonly #names: RecordName[];
  #next = 0;

  /** `whole` is where it begins; every entry after it must be given to {@link follow}. */
  constructor(model: Model<S>, access: Access, whole: Readable<S>) {
    this.#model = model;
    this.access = access;
    this.view = emptyWorkspace(model);
    const sent = Object.values<Collection>(model.collections).filter(({ serverOnly }) => !serverOnly);
    this.#names = sent.flatMap(({ name }) => Array.from(whole.all(name), ({ id }) => ({ in: name, id })));
  }

  get isDone(): boolean {
    return this.#next >= this.#names.length;
  }

  /** Takes in some more records, as they are in the whole now. */
  grow(whole: Readable<S>, count: number): void {
    for (const name of this.#names.slice(this.#next, (this.#next += count))) {
      const record = whole.find(name.in, name.id);
      this.#take(whole, name);
      if (record) for (const other of this.#model.dependants(whole, { op: 'create', in: name.in, record })) this.#take(whole, other);
    }
    if (this.isDone) this.#taken.clear(); // from now on everything is followed
  }

  /** What an entry changed for this access; of records whose turn has not come it is left out. */
  follow(changes: readonly Change[], stamp: Stamp): void {
    const { isDone } = this;
    for (const change of changes) {
      const name = { in: change.in, id: idOf(change) };
      if (isDone || this.#taken.has(keyOf(name))) this.view.apply([change], stamp);
      else if (change.op === 'create') this.#names.push(name);
    }
  }

  #take(whole: Readable<S>, name: RecordName): void {
    const key = keyOf(name);
    if (this.#taken.has(key)) return;
    this.#taken.add(key);
    const record = this.#model.visible(whole, this.access, name);
    if (record) this.view.restore([{ ...name, record }]);
  }
}

const keyOf = ({ in: collection, id }: RecordName): string => `${collection}/${id}`;
