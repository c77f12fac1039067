import { hash } from 'node:crypto';
import type { Collections } from '../domain/collections.ts';
import type { Instant } from '../domain/kernel/day.ts';
import type { Kept } from '../domain/kernel/draft.ts';
import { CHANGES_PER_ENTRY, type Entry } from '../domain/kernel/entry.ts';
import { idFrom } from '../domain/kernel/ids.ts';
import { perform, type Performed } from '../domain/kernel/perform.ts';
import { Refusal } from '../domain/kernel/refusal.ts';
import { subjectsOfEntry } from '../domain/history/subjects.ts';
import type { Workspace } from '../domain/kernel/workspace.ts';
import { model } from '../domain/model.ts';
import type { Engine } from './engine.ts';
import { ENTRIES_BETWEEN, entryOfRow, someEntries } from './entry-row.ts';
import { MutationReused, type Answer, type Command, type TakenEntry } from './host.ts';
import type { Loaded } from './load.ts';
import { NEWER } from './migrate.ts';
import { NoWorkspace, StoreRefused } from './refused.ts';
import { ask, type Steps } from './steps.ts';
import { writeGroup, type NewEntry } from './write-group.ts';

const BYTES_PER_ENTRY = 4_000_000;
const PIECE = 500;
/** A group is closed when its entries hold this many changes, so that no transaction keeps everybody waiting. */
const CHANGES_TOGETHER = 1000;

export type Result = { readonly answer: Answer } | { readonly error: unknown };

/** What became of the first commands of a group, in their order, and the entries that are to go into memory now that they are durable. The rest comes in another group. */
export interface Done {
  readonly results: readonly Result[];
  readonly entries: readonly TakenEntry[];
  /** The workspace after them: what it was forked from adopts it. */
  readonly fork: Workspace<Collections>;
}

export interface Commit {
  readonly id: string;
  readonly loaded: Loaded;
  readonly commands: readonly Command[];
  readonly now: Instant;
  /** Takes entries into memory that another node has written. */
  readonly onEntries: (entries: readonly Entry[]) => void;
}

/**
 * The steps of one transaction that runs commands: take the place in line, catch up with the log, run each command on a fork of what is
 * durable, write what they did. Nothing in memory changes by it: if it fails, the fork is forgotten and that was all.
 */
export function* commit(engine: Engine, { id, loaded, commands, now, onEntries }: Commit): Steps<Done> {
  const [head] = yield* ask(`select seq, at, model, records from heads where workspace = ?${engine.dialect.forUpdate}`, [id]);
  if (!head) throw new NoWorkspace(id);
  const [seq, at, version, records] = head as [number, Instant, number, number];
  if (version > model.version) throw new StoreRefused(NEWER);
  while (loaded.seq < seq) onEntries((yield* ask(ENTRIES_BETWEEN, [id, loaded.seq, seq, PIECE])).map(entryOfRow));

  const line: Line = { id, fork: loaded.workspace.fork(), seq, at: now > at ? now : at, entries: [], changes: 0, done: new Map() };
  const results: Result[] = [];
  for (const command of commands) {
    results.push(yield* runOne(line, command));
    if (line.changes >= CHANGES_TOGETHER) break;
  }
  if (line.entries.length > 0) {
    yield* writeGroup({ workspace: id, dialect: engine.dialect, records, before: loaded.workspace, after: line.fork, entries: line.entries });
    yield* engine.notice(id, seq + line.entries.length);
  }
  return { results, entries: line.entries, fork: line.fork };
}

/** The commands of a group, one behind the other. */
interface Line {
  readonly id: string;
  readonly fork: Workspace<Collections>;
  /** Of the newest entry before the group. */
  readonly seq: number;
  readonly at: Instant;
  readonly entries: NewEntry[];
  changes: number;
  /** What was asked and answered in this group: it is not in the database yet. */
  readonly done: Map<string, { readonly asked: string; readonly result: Result }>;
}

function* runOne(line: Line, command: Command): Steps<Result> {
  const asked = askedBy(command);
  const scope = `${command.mutation} ${command.actor ?? ''} ${verbOf(command)}`;
  const here = line.done.get(scope);
  if (here) return here.asked === asked ? here.result : { error: new MutationReused(command.mutation) };
  const before = yield* answered(line, command, asked);
  if (before) return before;
  const result = yield* runNew(line, command, asked);
  if ('answer' in result && result.answer.entry) line.done.set(scope, { asked, result });
  return result;
}

/** The answer that the same mutation got before. */
function* answered(line: Line, command: Command, asked: string): Steps<Result | undefined> {
  const [row] = yield* ask('select asked, seq, kept from mutations where workspace = ? and mutation = ? and actor = ? and verb = ?', [
    line.id,
    command.mutation,
    command.actor ?? '',
    verbOf(command),
  ]);
  if (!row) return undefined;
  const [was, seq, kept] = row as [string, number, string];
  if (was !== asked) return { error: new MutationReused(command.mutation) };
  const [entry] = yield* ask(someEntries(1), [line.id, seq]);
  if (!entry) throw new Error(`entry ${seq} is recorded for a mutation and is not in the log`);
  return { answer: { seq, outcome: 'applied', entry: entryOfRow(entry), kept: JSON.parse(kept) as Kept[] } };
}

function* runNew(line: Line, command: Command, asked: string): Steps<Result> {
  const seq = line.seq + line.entries.length + 1;
  const known = new Map<number, Entry | undefined>(line.entries.map(({ entry }) => [entry.seq, entry]));
  for (;;) {
    const missing = new Set<number>();
    const tried = tryOnce({ line, command, seq }, (wanted) => {
      if (!known.has(wanted) && wanted >= 1 && wanted <= line.seq) missing.add(wanted);
      return known.get(wanted);
    });
    if (missing.size === 0) return 'error' in tried ? tried : written(line, { command, seq, asked }, tried.performed);
    // It asked for entries of the log that were not at hand: they are fetched, and it runs again as if they had been.
    if ('performed' in tried) tried.performed.takeBack();
    const rows = yield* ask(someEntries(missing.size), [line.id, ...missing]);
    for (const wanted of missing) known.set(wanted, undefined);
    for (const entry of rows.map(entryOfRow)) known.set(entry.seq, entry);
  }
}

function tryOnce(
  { line, command, seq }: { line: Line; command: Command; seq: number },
  entry: (seq: number) => Entry | undefined,
): { readonly performed: Performed } | { readonly error: unknown } {
  let made = 0;
  const context = { actor: command.actor, now: command.happened?.at ?? line.at, newId: () => idFrom(command.mutation, ++made), givesNumbers: true, entry };
  try {
    const access = typeof command.access === 'function' ? command.access(line.fork) : command.access;
    if (access === null && command.access !== null) throw new Refusal({ code: 'not-allowed', may: 'read' });
    return {
      performed: perform(command.calls, { model, workspace: line.fork, context, stamp: { seq, at: line.at }, access, happenedOn: command.happened?.on }),
    };
  } catch (error) {
    return { error }; // it goes to the one who asked, and the others of the group are not touched by it
  }
}

function written(
  line: Line,
  { command, seq, asked }: { command: Command; seq: number; asked: string },
  { changes, befores, claims, texts, kept, takeBack }: Performed,
): Result {
  if (changes.length === 0) return { answer: { seq: seq - 1, outcome: 'nothing-to-do', entry: null, kept } };
  const json = JSON.stringify(changes);
  const tooMany =
    changes.length > CHANGES_PER_ENTRY
      ? { what: 'changes', most: CHANGES_PER_ENTRY }
      : Buffer.byteLength(json) > BYTES_PER_ENTRY
        ? { what: 'bytes', most: BYTES_PER_ENTRY }
        : null;
  if (tooMany) {
    takeBack();
    return { error: new Refusal({ code: 'too-many', ...tooMany }) };
  }
  const { actor, mutation, reason = null, act = null } = command;
  const entry: Entry = { seq, at: line.at, actor, verb: verbOf(command), mutation, act, reason, model: model.version, claims, changes };
  line.changes += changes.length;
  line.entries.push({ entry, changes: json, subjects: subjectsOfEntry(changes, befores), befores, texts, kept, asked });
  return { answer: { seq, outcome: 'applied', entry, kept } };
}

/** What an entry and an idempotency record call it. */
const verbOf = ({ calls }: Command): string => (calls.length === 1 ? calls[0]!.verb.name : 'batch');

const askedBy = ({ calls, reason, act }: Command): string =>
  hash('sha256', JSON.stringify([calls.map(({ verb, input }) => [verb.name, input]), reason ?? null, act ?? null]), 'hex');
