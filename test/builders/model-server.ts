import type { Entry } from '../../src/domain/kernel/entry.ts';
import { idFrom } from '../../src/domain/kernel/ids.ts';
import { perform } from '../../src/domain/kernel/perform.ts';
import { beforeOf, project, viewOf } from '../../src/domain/kernel/project.ts';
import { Refusal, type Blocker } from '../../src/domain/kernel/refusal.ts';
import type { Verb } from '../../src/domain/kernel/verb.ts';
import type { Collections } from '../../src/domain/collections.ts';
import type { Workspace } from '../../src/domain/kernel/workspace.ts';
import { accessOf } from '../../src/domain/member/access.ts';
import { emptyWorkspace, model } from '../../src/domain/model.ts';
import { sentEntry, type Message } from '../../src/domain/sync/message.ts';
import { founding } from './founding.ts';

/** A command as a client sends it. */
export interface SentCommand {
  readonly mutation: string;
  readonly calls: readonly { readonly verb: string; readonly input: unknown }[];
}

export type ModelAnswer =
  | { readonly outcome: 'applied' | 'nothing-to-do'; readonly seq: number; readonly kept: readonly never[] }
  | { readonly outcome: 'refused'; readonly why: { readonly kind: 'rule'; readonly blockers: readonly [Blocker, ...Blocker[]] } };

/** What a server does, without network and database: verbs with authority, one log, each mutation once, and every entry as each member sees it. */
export class ModelServer {
  readonly workspace: Workspace<Collections> = emptyWorkspace();
  readonly log: Entry[] = [];
  readonly #verbs: ReadonlyMap<string, Verb<Collections>>;
  readonly #answers = new Map<string, ModelAnswer>();
  readonly #projected = new Map<string, Map<number, Message[]>>();
  /** The next command is refused, by a rule that no client knows. */
  refusesNext = false;

  constructor(verbs: readonly Verb<Collections>[], members: readonly string[]) {
    this.#verbs = new Map(verbs.map((verb) => [verb.name, verb]));
    for (const member of members) this.#projected.set(member, new Map());
    this.#write({ mutation: idFrom(MUTATION, 0), actor: null, verb: 'createWorkspace', claims: [], changes: founding() }, true);
  }

  get seq(): number {
    return this.log.length;
  }

  run(member: string, { mutation, calls }: SentCommand): ModelAnswer {
    const known = this.#answers.get(mutation);
    if (known) return known;
    const answer = this.#run(member, { mutation, calls });
    this.#answers.set(mutation, answer);
    return answer;
  }

  view(member: string): Workspace<Collections> {
    return viewOf(model, this.workspace, accessOf(this.workspace, member)!);
  }

  /** What a member's stream says after an entry. */
  messages(member: string, since: number): Message[] {
    return Array.from({ length: this.seq - since }, (_, at) => this.#projected.get(member)!.get(since + at + 1)!).flat();
  }

  #run(member: string, { mutation, calls }: SentCommand): ModelAnswer {
    if (this.refusesNext) {
      this.refusesNext = false;
      return { outcome: 'refused', why: { kind: 'rule', blockers: [{ code: 'sign-in-only', what: 'this' }] } };
    }
    let ids = 0;
    const context = { actor: member, now: this.#now, newId: () => idFrom(mutation, ++ids), givesNumbers: true, entry: (seq: number) => this.log[seq - 1] };
    const named = calls.map(({ verb, input }) => ({ verb: this.#verbs.get(verb)!, input }));
    const stamp = { seq: this.seq + 1, at: this.#now };
    try {
      const done = perform(named, { model, workspace: this.workspace, context, stamp, access: accessOf(this.workspace, member) });
      if (done.changes.length === 0) return { outcome: 'nothing-to-do', seq: this.seq, kept: [] };
      const { changes, claims } = done;
      done.takeBack();
      this.#write({ mutation, actor: member, verb: calls[0]!.verb, claims, changes }, false);
      return { outcome: 'applied', seq: this.seq, kept: [] };
    } catch (error) {
      if (error instanceof Refusal) return { outcome: 'refused', why: { kind: 'rule', blockers: error.blockers } };
      throw error;
    }
  }

  #write(given: Pick<Entry, 'mutation' | 'actor' | 'verb' | 'claims' | 'changes'>, isFirst: boolean): void {
    const entry: Entry = { ...given, seq: this.seq + 1, at: this.#now, act: null, reason: null, model: model.version };
    const befores = this.workspace.apply(entry.changes, { seq: entry.seq, at: entry.at });
    this.log.push(entry);
    const before = isFirst ? emptyWorkspace() : beforeOf(this.workspace, befores);
    for (const [member, bySeq] of this.#projected) bySeq.set(entry.seq, this.#messagesOf(entry, member, before));
  }

  #messagesOf(entry: Entry, member: string, before: Workspace<Collections>): Message[] {
    const access = accessOf(this.workspace, member)!;
    const changes = project(model, access, { before, after: this.workspace, changes: entry.changes });
    const { seq, mutation, claims } = entry;
    return [
      ...(entry.actor === member ? [{ type: 'mine', seq, mutation, claims } as const] : []),
      changes.length > 0 ? { type: 'entry', entry: sentEntry(entry, changes) } : { type: 'reached', seq },
    ];
  }

  /** A minute an entry. */
  get #now() {
    return new Date(Date.UTC(2026, 2, 2, 9, this.seq)).toISOString() as Entry['at'];
  }
}

const MUTATION = '01900000-0000-7000-8000-000000000000';
