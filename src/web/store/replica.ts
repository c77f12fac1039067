import type { Collections } from '../../domain/collections.ts';
import type { TextVersion } from '../../domain/kernel/draft.ts';
import type { Entry } from '../../domain/kernel/entry.ts';
import { idFrom, isMadeBy } from '../../domain/kernel/ids.ts';
import { perform, type Performed } from '../../domain/kernel/perform.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Context, Verb } from '../../domain/kernel/verb.ts';
import type { Workspace } from '../../domain/kernel/workspace.ts';
import { accessOf } from '../../domain/member/access.ts';
import { model } from '../../domain/model.ts';
import type { Message, Mine, SentEntry } from '../../domain/sync/message.ts';
import type { NotSaved, Shown, Why } from './command.ts';
import type { Waiting } from './waiting.ts';

interface Deps {
  readonly member: string;
  /** A verb's definition; undefined for one that is not loaded, which is sent without being shown. */
  readonly verb: (name: string) => Verb<Collections> | undefined;
  /** Told what should not happen, e.g. a verb that fails without refusing. */
  readonly report: (error: unknown) => void;
}

/** What came of something: the keys that were touched, and the mutations that wait no longer. */
export interface Turn {
  readonly touched: ReadonlySet<string>;
  readonly settled: readonly string[];
  readonly notSaved: readonly NotSaved[];
}

interface Live {
  readonly waiting: Waiting;
  readonly touched: Set<string>;
  texts: readonly TextVersion[];
  /** On the screen. False: it could not be run on what is there now, and the server decides. */
  isShown: boolean;
  /** The id that was not there when it could not be run. */
  missing: string | null;
  seq: number | null;
}

/** Confirmed entries don't fit what is here: it must be taken anew. */
export class Diverged extends Error {}

/** How many of one's own entries are kept for undo. */
const OWN_ENTRIES = 200;

/**
 * What this browser has of a workspace: what the server has confirmed, and over it a fork with the commands that wait. Pure: it neither
 * sends nor stores nor draws.
 */
export class Replica {
  #confirmed: Workspace<Collections>;
  #seq: number;
  #fork: Workspace<Collections> | null = null;
  #pending: Live[] = [];
  /** Shown over all that waits, and neither kept nor sent. */
  #trial: Live | null = null;
  readonly #deps: Deps;
  readonly #mine = new Map<string, Mine>();
  readonly #announced = new Map<number, Mine>();
  readonly #own = new Map<number, Entry>();

  constructor(confirmed: Workspace<Collections>, seq: number, deps: Deps) {
    this.#confirmed = confirmed;
    this.#seq = seq;
    this.#deps = deps;
  }

  /** Every entry up to this one is in. */
  get seq(): number {
    return this.#seq;
  }

  get confirmed(): Workspace<Collections> {
    return this.#confirmed;
  }

  /** What is on the screen: confirmed and pending. */
  get shown(): Workspace<Collections> {
    return this.#fork ?? this.#confirmed;
  }

  get pending(): readonly Waiting[] {
    return this.#pending.map(({ waiting }) => waiting);
  }

  /** One of one's own newer entries, for undo. */
  ownEntry = (seq: number): Entry | undefined => this.#own.get(seq);

  /** The entry that a mutation of one's own became, where it has come. */
  entryOf(mutation: string): number | null {
    return this.#mine.get(mutation)?.seq ?? this.#pending.find(({ waiting }) => waiting.mutation === mutation)?.seq ?? null;
  }

  /** The body of a long text that waits to be sent. */
  pendingText(version: string): string | undefined {
    for (const { texts } of this.#pending) for (const text of texts) if (text.id === version) return text.body;
    return undefined;
  }

  /** Runs a new command on what is shown. One that is refused, or has nothing to do, leaves no trace. Not seen: only the server can run it. */
  try(waiting: Waiting): { shown: Shown; touched: ReadonlySet<string>; isSeen: boolean } {
    const live = liveOf(waiting);
    try {
      const performed = this.#perform(live);
      if (performed?.changes.length === 0 && performed.texts.length === 0) {
        if (this.#pending.length === 0) this.#fork = null;
        return { shown: { outcome: 'nothing-to-do' }, touched: NOTHING, isSeen: true };
      }
      this.#pending.push(live);
      return { shown: { outcome: 'shown' }, touched: live.touched, isSeen: performed !== null };
    } catch (error) {
      if (this.#pending.length === 0) this.#fork = null;
      if (!(error instanceof Refusal)) throw error;
      return { shown: { outcome: 'refused', why: { kind: 'rule', blockers: error.blockers } }, touched: NOTHING, isSeen: true };
    }
  }

  /** Whether something is shown as if it were done. */
  get isTrying(): boolean {
    return this.#trial !== null;
  }

  /** Shows calls as if they were done, over all that waits, until it is left; where a rule forbids them, all is as it was. */
  showTrial(waiting: Waiting): Turn {
    const touched = new Set(this.#trial?.touched);
    this.#trial = liveOf(waiting);
    return this.#rebased(touched, { settled: [], notSaved: [] });
  }

  leaveTrial(): Turn {
    const left = this.#trial;
    this.#trial = null;
    return left ? this.#rebased(new Set(left.touched), { settled: [], notSaved: [] }) : QUIET;
  }

  /** Shows commands again that were kept from before, or that came from another tab. */
  resume(waiting: readonly Waiting[]): Turn {
    const known = new Set(this.#pending.map((live) => live.waiting.mutation));
    const others = waiting.filter(({ mutation }) => !known.has(mutation));
    if (others.length === 0) return QUIET; // the sender takes from the shelf what this tab shows already
    this.#pending.push(...others.map(liveOf));
    return this.#turn(new Set());
  }

  /** Takes what the stream said, in its order. Throws {@link Diverged}. */
  take(messages: readonly Message[]): Turn {
    const touched = new Set<string>();
    for (const message of messages) {
      if (message.type === 'mine') this.#announce(message);
      else if (message.type === 'entry') this.#apply(message.entry, touched);
      else if (message.type === 'reached') this.#seq = Math.max(this.#seq, message.seq);
    }
    return this.#turn(touched);
  }

  /** The server has done it: it goes from the pending ones once its entry is in. */
  applied(mutation: string, seq: number): Turn {
    const live = this.#pending.find(({ waiting }) => waiting.mutation === mutation);
    if (live) live.seq = seq;
    return live && seq <= this.#seq ? this.#turn(new Set()) : QUIET;
  }

  /** The server found nothing to do: what is shown of it goes at once. */
  nothingToDo(mutation: string): Turn {
    return this.#without(mutation) ? this.#rebased(new Set(), { settled: [mutation], notSaved: [] }) : QUIET;
  }

  /** The server refused it: it goes from the screen, with those that can't be done without it. */
  refused(mutation: string, why: Why): Turn {
    const wasShown = new Set(this.#pending.filter(({ isShown }) => isShown));
    const gone = this.#without(mutation);
    if (!gone) return QUIET;
    const { touched } = this.#rebased(new Set(gone.touched), { settled: [], notSaved: [] });
    const built: Live[] = [];
    for (const live of this.#pending) {
      const needsGone = [gone, ...built].some(({ waiting }) => live.missing !== null && isMadeBy(waiting.mutation, live.missing));
      if (!live.isShown && live.seq === null && (wasShown.has(live) || needsGone)) built.push(live);
    }
    this.#pending = this.#pending.filter((live) => !built.includes(live));
    const notSaved = [notSavedOf(gone.waiting, why, null), ...built.map(({ waiting }) => notSavedOf(waiting, why, mutation))];
    return { touched, settled: [], notSaved };
  }

  /** Another confirmed state, taken anew; what waits is shown over it. */
  replace(confirmed: Workspace<Collections>, seq: number): Turn {
    this.#confirmed = confirmed;
    this.#seq = seq;
    this.#fork = null;
    return this.#turn(new Set());
  }

  #announce(mine: Mine): void {
    this.#announced.set(mine.seq, mine);
    this.#mine.set(mine.mutation, mine);
  }

  #apply(sent: SentEntry, touched: Set<string>): void {
    if (sent.seq <= this.#seq) return;
    try {
      this.#confirmed.apply(sent.changes, { seq: sent.seq, at: sent.at }, (key) => touched.add(key));
    } catch (error) {
      throw new Diverged(`entry ${sent.seq} does not fit`, { cause: error });
    }
    this.#seq = sent.seq;
    const mine = this.#announced.get(sent.seq);
    if (mine) this.#keepOwn({ ...sent, mutation: mine.mutation, claims: mine.claims });
  }

  #keepOwn(entry: Entry): void {
    this.#own.set(entry.seq, entry);
    this.#announced.delete(entry.seq);
    if (this.#own.size <= OWN_ENTRIES) return;
    const [oldest] = this.#own.keys();
    this.#mine.delete(this.#own.get(oldest!)!.mutation);
    this.#own.delete(oldest!);
  }

  /** Lets go of those whose entry is in and shows the others over the confirmed state as it is now. */
  #turn(touched: Set<string>): Turn {
    const settled = this.#pending.filter(({ waiting, seq }) => (this.#mine.get(waiting.mutation)?.seq ?? seq ?? Infinity) <= this.#seq);
    for (const live of settled) for (const key of live.touched) touched.add(key);
    this.#pending = this.#pending.filter((live) => !settled.includes(live));
    return this.#rebased(touched, { settled: settled.map(({ waiting }) => waiting.mutation), notSaved: [] });
  }

  #rebased(touched: Set<string>, rest: Omit<Turn, 'touched'>): Turn {
    this.#fork = null;
    for (const live of this.#pending) {
      for (const key of live.touched) touched.add(key);
      live.touched.clear();
      live.texts = [];
      live.isShown = this.#tryAgain(live);
      for (const key of live.touched) touched.add(key);
    }
    this.#showTrialAgain(touched);
    return { touched, ...rest };
  }

  /** What can't be tried any more on what is there now is tried no longer. */
  #showTrialAgain(touched: Set<string>): void {
    const trial = this.#trial;
    if (!trial) return;
    for (const key of trial.touched) touched.add(key);
    trial.touched.clear();
    if (!this.#tryAgain(trial)) this.#trial = null;
    for (const key of trial.touched) touched.add(key);
  }

  #tryAgain(live: Live): boolean {
    live.missing = null;
    try {
      return this.#perform(live) !== null;
    } catch (error) {
      if (!(error instanceof Refusal)) this.#deps.report(error);
      else if (error.blockers[0].code === 'not-there') live.missing = error.blockers[0].id;
      return false; // the server decides
    }
  }

  #perform(live: Live): Performed | null {
    const { waiting } = live;
    const calls = waiting.calls.map(({ verb: name, input }) => ({ verb: this.#deps.verb(name), input }));
    if (!calls.every((call): call is { verb: Verb<Collections>; input: never } => call.verb !== undefined && !call.verb.serverOnly)) return null;
    if (waiting.calls.some((call) => call.verb === 'undoEntry' && !this.#own.has(call.input.entry))) return null;
    const access = accessOf(this.#confirmed, this.#deps.member);
    if (!access) throw new Refusal({ code: 'not-allowed', may: 'read' });
    const workspace = (this.#fork ??= this.#confirmed.fork());
    const stamp = { seq: 0, at: waiting.at };
    const seen = { ...access, whole: true }; // all that is here may be seen
    const performed = perform(calls, { model, workspace, context: this.#contextOf(waiting), stamp, access: seen, onTouch: (key) => live.touched.add(key) });
    live.texts = performed.texts;
    live.isShown = true;
    return performed;
  }

  #contextOf({ mutation, at }: Waiting): Context {
    let ids = 0;
    return { actor: this.#deps.member, now: at, newId: () => idFrom(mutation, (ids += 1)), givesNumbers: false, entry: this.ownEntry };
  }

  #without(mutation: string): Live | undefined {
    const gone = this.#pending.find(({ waiting }) => waiting.mutation === mutation);
    if (gone) this.#pending = this.#pending.filter((live) => live !== gone);
    return gone;
  }
}

const NOTHING: ReadonlySet<string> = new Set();
export const QUIET: Turn = { touched: NOTHING, settled: [], notSaved: [] };

const liveOf = (waiting: Waiting): Live => ({ waiting, touched: new Set(), texts: [], isShown: false, missing: null, seq: waiting.seq });
const notSavedOf = ({ mutation, calls, at }: Waiting, why: Why, because: string | null): NotSaved => ({ mutation, calls, at, why, because });
