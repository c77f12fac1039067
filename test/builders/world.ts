import { createItems, type NewItem } from '../../src/domain/backlog/create-items.ts';
import type { Item } from '../../src/domain/backlog/item.ts';
import { rankedRows } from '../../src/domain/backlog/open.ts';
import type { Collections } from '../../src/domain/collections.ts';
import { undoEntry } from '../../src/domain/history/undo-entry.ts';
import type { Change } from '../../src/domain/kernel/change.ts';
import { addDays, type Day, type Instant } from '../../src/domain/kernel/day.ts';
import type { Kept, TextVersion } from '../../src/domain/kernel/draft.ts';
import type { Entry } from '../../src/domain/kernel/entry.ts';
import { idFrom } from '../../src/domain/kernel/ids.ts';
import type { Access } from '../../src/domain/kernel/model.ts';
import { perform } from '../../src/domain/kernel/perform.ts';
import { viewOf } from '../../src/domain/kernel/project.ts';
import { Refusal, type Blocker } from '../../src/domain/kernel/refusal.ts';
import type { Verb } from '../../src/domain/kernel/verb.ts';
import type { Before, Workspace } from '../../src/domain/kernel/workspace.ts';
import { accessOf } from '../../src/domain/member/access.ts';
import { emptyWorkspace, model } from '../../src/domain/model.ts';
import { APP, CAST, fixedId, type Name } from './cast.ts';
import { founding } from './founding.ts';

/** One of the cast, another member by id, or null for the system itself. */
export type Who = Name | (string & {}) | null;

/** What a verb did. */
export interface Ran {
  /** Null: there was nothing to do. */
  readonly entry: Entry | null;
  readonly changes: readonly Change[];
  readonly kept: readonly Kept[];
  /** The ids of the records that it made, in order. */
  readonly made: readonly string[];
}

/** A call as it stands in a batch. */
export interface WorldCall {
  readonly verb: Verb<Collections, never, unknown>;
  readonly input: unknown;
}

/** Everything that a domain test needs: a workspace with the cast and two products, its log, a clock that stands still, and verbs run as the server runs them. */
export class World {
  readonly workspace: Workspace<Collections> = emptyWorkspace();
  readonly log: Entry[] = [];
  /** The records before each entry, by its seq. */
  readonly befores = new Map<number, readonly Before[]>();
  readonly texts = new Map<string, TextVersion>();
  /** Monday, 2 March 2026, ten o'clock in Berlin. */
  now: Instant = '2026-03-02T09:00:00.000Z';
  #mutations = 0;

  constructor() {
    const entry: Entry = { ...this.#entry(null, 'createWorkspace'), claims: [], changes: founding() };
    this.befores.set(entry.seq, this.workspace.apply(entry.changes, { seq: entry.seq, at: entry.at }));
    this.log.push(entry);
  }

  /** Runs a verb with an input as a caller writes it: schema, references, permission and rules included. Throws ZodError or {@link Refusal}. */
  run<I, G, N extends string>(verb: Verb<Collections, I, G, N>, input: NoInfer<G>, as: Who = 'ada'): Ran {
    return this.batch([{ verb: verb as unknown as WorldCall['verb'], input }], as);
  }

  /** Runs several verbs as one change. */
  batch(calls: readonly WorldCall[], as: Who = 'ada'): Ran {
    const checked = calls.map(({ verb, input }) => ({ verb, input: verb.input.parse(input) }));
    const entry = this.#entry(idOf(as), calls.length === 1 ? calls[0]!.verb.name : 'batch');
    const done = this.#perform(checked, entry, { on: this.workspace, as });
    for (const text of done.texts) this.texts.set(text.id, text);
    const made = done.changes.flatMap((change) => (change.op === 'create' ? [change.record.id] : []));
    if (done.changes.length === 0) return { entry: null, changes: [], kept: done.kept, made };
    const written = { ...entry, claims: done.claims, changes: done.changes };
    this.befores.set(entry.seq, done.befores);
    this.log.push(written);
    return { entry: written, changes: done.changes, kept: done.kept, made };
  }

  /** What calls would do, done on a fork: as the next ones that are run here. */
  fork(calls: readonly WorldCall[], as: Who = 'ada'): Workspace<Collections> {
    const on = this.workspace.fork();
    const checked = calls.map(({ verb, input }) => ({ verb, input: verb.input.parse(input) }));
    this.#perform(checked, this.#entry(idOf(as), 'fork', this.#mutations + 1), { on, as });
    return on;
  }

  /** Takes an entry back, the newest one unless told. */
  undo(entry: Entry | null = this.log.at(-1) ?? null, as: Who = 'ada'): Ran {
    if (!entry) throw new Error('there is nothing to undo');
    return this.run(undoEntry, { entry: entry.seq }, as);
  }

  /** Why something is refused; empty when it is not, and then it is done. */
  refusal(act: () => unknown): readonly Blocker[] {
    try {
      act();
      return [];
    } catch (error) {
      if (error instanceof Refusal) return error.blockers;
      throw error;
    }
  }

  /** The access of a member; null for the system itself. Throws for a person who cannot sign in. */
  access(as: Who): Access | null {
    if (as === null) return null;
    const access = accessOf(this.workspace, idOf(as)!);
    if (!access) throw new Error(`${as} cannot sign in`);
    return access;
  }

  /** What somebody sees, as a workspace of its own. */
  view(as: Who): Workspace<Collections> {
    const access = this.access(as);
    return access ? viewOf(model, this.workspace, access) : this.workspace;
  }

  /** The n-th id, from 1, that the next run makes. */
  nextId(n: number): string {
    return idFrom(fixedId(0x1_000_000 * (this.#mutations + 1)), n);
  }

  /** The item with this title. */
  item(title: string): Item {
    for (const item of this.workspace.all('item')) if (item.title === title) return item;
    throw new Error(`no item is called ${title}`);
  }

  /** The id of the item with this title. */
  id(title: string): string {
    return this.item(title).id;
  }

  ids(...titles: string[]): string[] {
    return titles.map((title) => this.id(title));
  }

  /** Titles of the ranked rows, best first, parted by spaces. */
  ranked(product: string = APP): string {
    return Array.from(this.workspace.list(rankedRows, product), ({ title }) => title).join(' ');
  }

  /** Adds items at the end, each by title with its story points; null: not estimated. */
  add(points: Readonly<Record<string, number | null>>, { product = APP, ...like }: Partial<NewItem> & { product?: string } = {}): this {
    const items = Object.entries(points).map(([title, value]) => ({ title, estimate: value === null ? null : { kind: 'points' as const, value }, ...like }));
    this.run(createItems, { product, items });
    return this;
  }

  /** Lets days go by. */
  later(days: number): this {
    this.now = `${addDays(this.now.slice(0, 10) as Day, days)}${this.now.slice(10)}` as Instant; // an instant starts with its day
    return this;
  }

  #perform(calls: readonly WorldCall[], entry: Omit<Entry, 'claims' | 'changes'>, { on, as }: { on: Workspace<Collections>; as: Who }) {
    let ids = 0;
    const context = {
      actor: entry.actor,
      now: this.now,
      newId: () => idFrom(entry.mutation, ++ids),
      givesNumbers: true,
      entry: (seq: number) => this.log[seq - 1],
    };
    return perform(calls, { model, workspace: on, context, stamp: { seq: entry.seq, at: entry.at }, access: this.access(as) });
  }

  #entry(actor: string | null, verb: string, mutation: number = ++this.#mutations): Omit<Entry, 'claims' | 'changes'> {
    return { seq: this.log.length + 1, at: this.now, actor, verb, mutation: fixedId(0x1_000_000 * mutation), act: null, reason: null, model: model.version };
  }
}

const idOf = (who: Who): string | null => (who !== null && who in CAST ? CAST[who as Name].id : who);

/** A world whose {@link APP} has these items: `backlog({ a: 3, b: 5, c: null })`. */
export const backlog = (points: Readonly<Record<string, number | null>> = {}): World =>
  Object.keys(points).length > 0 ? new World().add(points) : new World();
