import type { Collections, View } from '../../domain/collections.ts';
import type { Instant } from '../../domain/kernel/day.ts';
import { idFrom } from '../../domain/kernel/ids.ts';
import type { Blocker } from '../../domain/kernel/refusal.ts';
import type { Verb } from '../../domain/kernel/verb.ts';
import { emptyWorkspace } from '../../domain/model.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import { Answers } from './answers.ts';
import { Asked } from './asked.ts';
import { blockersOf } from './blockers-of.ts';
import { checkCalls } from './check-calls.ts';
import type { Command, CommandOptions, Refused, Shown, Telling } from './command.ts';
import { meIn, type Me } from './me.ts';
import { QUIET, Replica, type Turn } from './replica.ts';
import type { Sent, Server } from './server.ts';
import { NOT_DONE, NOT_TAKEN, refusedFor } from './refused-here.ts';
import { NoShelf, type Shelf } from './shelf.ts';
import { shownView } from './shown-view.ts';
import { FIRST_STATE, type SyncState, type Trial } from './sync-state.ts';
import { Undoing } from './undoing.ts';
import { waitingOf, type Waiting } from './waiting.ts';
import { Watches } from './watch.ts';

/** The outside of a store: network, storage, other tabs, clock and chance come in here. */
export interface Outside {
  readonly server: Server;
  readonly shelf: Shelf;
  readonly loadVerbs: () => Promise<readonly Verb<Collections>[]>;
  readonly now: () => Instant;
  readonly newMutation: () => string;
  /** Told what should not happen. */
  readonly report: (error: unknown) => void;
}

/** One workspace as this tab has it: what is shown, what waits, and what a person does. Connecting it is the work of {@link Link}. */
export class Store {
  readonly outside: Outside;
  readonly watches: Watches;
  readonly asked: Asked;
  /** What is shown, always as it is when it is asked. */
  readonly view: View;
  #replica: Replica;
  #member = '';
  #shelf: Shelf;
  #state: SyncState = FIRST_STATE;
  #verbs: ReadonlyMap<string, Verb<Collections>> | null = null;
  #loading: Promise<void> | null = null;
  readonly #undoing: Undoing;
  readonly #answers = new Answers();
  readonly #entered = new Map<string, () => void>();
  readonly #listeners = new Set<() => void>();
  /** Aborted once this tab can keep nothing: no other tab knows then what waits in it. */
  readonly lostShelf = new AbortController();
  /** Told of every command that was queued here. */
  onQueued: (waiting: Waiting) => void = () => {};
  onLetGo: (mutation: string) => void = () => {};

  constructor(outside: Outside) {
    this.outside = outside;
    this.#shelf = outside.shelf;
    this.#replica = this.#replicaOf(emptyWorkspace(), 0);
    this.watches = new Watches(() => this.#replica.shown);
    this.view = shownView(() => this.#replica.shown);
    this.asked = new Asked(outside.report);
    this.#undoing = new Undoing({
      command: (call, options) => this.command(call, options),
      newMutation: outside.newMutation,
      entryOf: (mutation) => this.#entryOf(mutation),
      changed: () => this.set({}),
      failed: (error, { onRefused }) => (this.outside.report(error), onRefused?.(NOT_DONE.why)),
    });
  }

  get me(): Me {
    return meIn(this.view, this.#member);
  }

  get member(): string {
    return this.#member;
  }

  get replica(): Replica {
    return this.#replica;
  }

  state = (): SyncState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(change: Partial<SyncState>): void {
    const next = {
      ...this.#state,
      ...change,
      waiting: this.#replica.pending.filter(({ seq }) => seq === null).length,
      canUndo: this.#undoing.stack.canUndo,
      canRedo: this.#undoing.stack.canRedo,
      trial: this.#replica.isTrying ? (change.trial ?? this.#state.trial) : null,
    };
    const names = Object.keys(next) as (keyof SyncState)[];
    if (names.every((name) => next[name] === this.#state[name])) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  /** Does something: it is on the screen at once, kept, and sent in its turn. */
  command(calls: NamedCall | readonly NamedCall[], options: CommandOptions = {}): Command {
    this.leaveTrial();
    const waiting = waitingOf([calls].flat(), this.outside, options);
    const answered = this.#answers.expect(waiting.mutation);
    const shown = this.#verbs ? this.#show(waiting, options) : this.#showOnceLoaded(waiting, options);
    return { mutation: waiting.mutation, id: (n) => idFrom(waiting.mutation, n), shown, answered };
  }

  /** Shows calls as if they were done, on this screen alone, until they are kept or left, or something else is done. */
  async tryOn(trial: Trial): Promise<void> {
    await this.loadVerbs();
    const { checked, refused } = this.#checked(waitingOf(trial.calls, this.outside));
    if (!refused) this.turned(this.#replica.showTrial(checked));
    if (this.#replica.isTrying) this.set({ trial });
  }

  /** All is shown as it is. */
  leaveTrial = (): void => this.turned(this.#replica.leaveTrial());

  /** Why a call can't be done now; empty when it can, and while its definition is not loaded. */
  blockers(view: View, { verb: name, input }: NamedCall): readonly Blocker[] {
    const verb = this.#verbs?.get(name);
    return verb ? blockersOf(view, verb, { input, member: this.#member, now: this.outside.now() }) : [];
  }

  /** A verb's definition; undefined while the definitions are not loaded. */
  verb(name: string): Verb<Collections> | undefined {
    return this.#verbs?.get(name);
  }

  /** Takes back what was done last, or the deed of this mutation, once its entry is here; answers with its mutations, or none where nothing was. */
  undo(mutation?: string, options: Telling = {}): Promise<readonly string[]> {
    return this.#undoing.undo(mutation, options);
  }

  redo(options: Telling = {}): Promise<void> {
    return this.#undoing.redo(options);
  }

  letGo(mutation: string): void {
    void this.keep((shelf) => shelf.letGo(mutation)).catch(this.outside.report);
    this.forgetNotSaved(mutation);
    this.onLetGo(mutation);
  }

  forgetNotSaved(mutation: string): void {
    this.set({ notSaved: this.#state.notSaved.filter((one) => one.mutation !== mutation) });
  }

  /** Does what was not saved as a new command; it is let go when that is on the screen. */
  tryAgain(mutation: string): void {
    const one = this.#state.notSaved.find((other) => other.mutation === mutation);
    if (!one) return;
    const again = this.command(one.calls);
    void again.shown.then(({ outcome }) => outcome !== 'refused' && this.letGo(mutation)).catch(this.outside.report);
  }

  /** Verbs are a chunk of their own, loaded at the first need. */
  loadVerbs(): Promise<void> {
    this.#loading ??= this.outside.loadVerbs().then(
      (verbs) => {
        this.#verbs = new Map(verbs.map((verb) => [verb.name, verb]));
        this.watches.touch(null);
      },
      (error: unknown) => {
        this.#loading = null; // asked for again at the next need
        throw error;
      },
    );
    return this.#loading;
  }

  /** A confirmed state taken from the server or from what was kept. Commands that wait are shown over it. */
  stand(workspace: ReturnType<typeof emptyWorkspace>, seq: number, member: string): void {
    if (member === this.#member) this.#replica.replace(workspace, seq);
    else {
      this.#member = member;
      this.#replica = this.#replicaOf(workspace, seq);
    }
    this.watches.touch(null);
    this.set({ phase: 'ready' });
  }

  /** Takes what came of something: tells who looked, and those who wait for an answer or an entry. */
  turned({ touched, settled, notSaved }: Turn): void {
    for (const mutation of settled) this.#entered.get(mutation)?.();
    for (const { mutation, why } of notSaved) this.#answers.give(mutation, { outcome: 'refused', why });
    this.watches.touch(touched);
    this.set(notSaved.length > 0 ? { notSaved: [...this.#state.notSaved, ...notSaved] } : {});
  }

  /** Takes the server's answer to a command, of this tab or another. */
  answered(mutation: string, sent: Sent): Turn {
    const turn = this.#turnOf(mutation, sent);
    if (sent.outcome !== 'refused') this.#answers.give(mutation, sent);
    if (sent.outcome !== 'applied') this.#undoing.stack.forget(mutation);
    this.turned(turn);
    return turn;
  }

  /** Keeps something in this browser. Where it can't, the app goes on without, and says so. */
  async keep<T>(work: (shelf: Shelf) => Promise<T>): Promise<T> {
    try {
      return await work(this.#shelf);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.outside.report(error);
      this.goWithoutShelf();
      return work(this.#shelf);
    }
  }

  goWithoutShelf(): void {
    this.#shelf = new NoShelf(this.#replica.pending, this.#state.notSaved);
    this.lostShelf.abort();
    this.set({ storage: 'without' });
  }

  /** What can't be loaded, because the connection is gone say, is not done and nothing of it is kept: its author is told. */
  async #showOnceLoaded(waiting: Waiting, options: CommandOptions): Promise<Shown> {
    try {
      await this.loadVerbs();
    } catch (error) {
      this.outside.report(error);
      this.#answers.give(waiting.mutation, NOT_DONE);
      options.onRefused?.(NOT_DONE.why);
      return NOT_DONE;
    }
    return this.#show(waiting, options);
  }

  async #show(waiting: Waiting, { onRefused, isUndoable = true }: CommandOptions): Promise<Shown> {
    const { checked, refused } = this.#checked(waiting);
    const { shown, touched, isSeen } = refused ? { shown: refused, touched: QUIET.touched, isSeen: true } : this.#replica.try(checked);
    if (shown.outcome === 'shown') {
      if (isUndoable) this.#undoing.stack.did(waiting.mutation, waiting.act);
      this.#keepThenSend(checked);
    }
    this.watches.touch(touched);
    this.set({});
    if (shown.outcome === 'nothing-to-do') this.#answers.give(waiting.mutation, { ...shown, seq: this.#replica.seq, kept: [] });
    if (shown.outcome === 'refused') {
      this.#answers.give(waiting.mutation, shown);
      onRefused?.(shown.why);
    }
    return isSeen ? shown : this.#shownByServer(waiting.mutation, onRefused);
  }

  /** It is handed to the database before it is drawn; nobody waits for the disk. It is sent once it lies there. */
  #keepThenSend(waiting: Waiting): void {
    void this.keep((shelf) => shelf.add(waiting))
      .then(() => this.onQueued(waiting))
      .catch(this.outside.report);
  }

  /** What only the server can run is on the screen once it has. */
  async #shownByServer(mutation: string, onRefused: CommandOptions['onRefused']): Promise<Shown> {
    const answered = await this.#answers.to(mutation);
    if (answered?.outcome === 'refused') onRefused?.(answered.why);
    return answered?.outcome === 'applied' || !answered ? { outcome: 'shown' } : answered.outcome === 'refused' ? answered : { outcome: 'nothing-to-do' };
  }

  /** The command with defaults filled in, or why it is not taken. */
  #checked(waiting: Waiting): { checked: Waiting; refused: Refused | null } {
    if (this.#state.phase !== 'ready') return { checked: waiting, refused: NOT_TAKEN };
    const checked = checkCalls(this.#verbs!, waiting.calls);
    return 'problems' in checked
      ? { checked: waiting, refused: refusedFor(checked.problems) }
      : { checked: { ...waiting, calls: checked.calls }, refused: null };
  }

  /** The entry that a mutation became, once it is here; null when it came to nothing. */
  async #entryOf(mutation: string): Promise<number | null> {
    const isHere = () => this.#replica.pending.every((waiting) => waiting.mutation !== mutation);
    if (!isHere()) {
      const entered = new Promise<void>((resolve) => this.#entered.set(mutation, resolve));
      const answer = this.#answers.to(mutation);
      await (answer ? Promise.race([entered, answer.then(({ outcome }) => (outcome === 'applied' ? entered : undefined))]) : entered);
      this.#entered.delete(mutation);
    }
    return this.#replica.entryOf(mutation);
  }

  #turnOf(mutation: string, sent: Sent): Turn {
    if (sent.outcome === 'refused') return this.#replica.refused(mutation, sent.why);
    return sent.outcome === 'applied' ? this.#replica.applied(mutation, sent.seq) : this.#replica.nothingToDo(mutation);
  }

  #replicaOf(workspace: ReturnType<typeof emptyWorkspace>, seq: number): Replica {
    return new Replica(workspace, seq, { member: this.#member, verb: (name) => this.#verbs?.get(name), report: this.outside.report });
  }
}
