import { setImmediate as othersTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { Change } from '../../domain/kernel/change.ts';
import { idOf } from '../../domain/kernel/change.ts';
import type { Entry } from '../../domain/kernel/entry.ts';
import type { Access } from '../../domain/kernel/model.ts';
import { withoutHiddenRefs } from '../../domain/kernel/references.ts';
import { subjectsOf } from '../../domain/history/subjects.ts';
import { model } from '../../domain/model.ts';
import type { Collections, View } from '../../domain/collections.ts';
import { ref } from '../../domain/kernel/ref.ts';
import { atTheDoor } from '../edge/door.ts';
import { invalid, notFound } from '../edge/problem.ts';
import { fromTexts } from '../edge/query-input.ts';
import type { Api } from '../edge/api.ts';
import { fieldDocs } from '../openapi/route-doc.ts';
import type { Standing } from '../edge/standing.ts';
import type { OpenStream } from '../sync/sync-routes.ts';

/** Which entries of the log: after `since`, oldest first, or before `before`, newest first. With `item`, only what touched it, newest first. */
const changesQuery = z.strictObject({
  since: z.int().min(0).optional(),
  before: z.int().min(1).optional(),
  limit: z.int().min(1).max(500).default(100),
  item: ref('item').optional(),
});

/** An entry as a caller sees it: what it changed in records that they see today. */
export type ShownEntry = Pick<Entry, 'seq' | 'at' | 'actor' | 'verb' | 'mutation' | 'act' | 'reason' | 'changes'>;

const ENTRIES_AT_ONCE = 500;
const ABOUT_AT_ONCE = 10;

/** The log: as JSON page by page, or as a stream for who accepts `text/event-stream`. */
export function changesRoute(api: Api, stream: OpenStream): void {
  api.forMembers(
    {
      id: 'list-changes',
      tag: 'changes',
      does: 'What was changed, oldest first: as JSON, or with `Accept: text/event-stream` as a stream that goes on and is resumed by `Last-Event-ID`.',
      method: 'GET',
      path: '/changes',
      query: fieldDocs(changesQuery, {}),
      answer: { status: 200, says: 'A page of entries; `next` is the `since` of the page after it, null on the last.', schema: { type: 'object' } },
    },
    async (asked) => {
      const { request, at } = asked;
      const wantsStream = /\btext\/event-stream\b/.test(request.headers.accept ?? '');
      return wantsStream ? stream(asked) : changesAsJson(at, request.query as Record<string, unknown>);
    },
  );
}

/** A page of entries in the caller's view; an entry of which they see nothing is left out. */
async function changesAsJson(at: Standing, query: Readonly<Record<string, unknown>>): Promise<{ data: ShownEntry[]; next: string | null }> {
  const { since, before, limit, item: name } = atTheDoor(changesQuery, fromTexts(changesQuery, query));
  if (since !== undefined && before !== undefined) throw invalid([{ path: 'before', message: 'can not be given with since' }]);
  const { item, head } = await at.look((view, seq) => ({ head: seq, item: name === undefined ? undefined : model.resolve(view, 'item', name) }));
  if (name !== undefined && item === undefined) throw notFound();
  const isUpwards = since !== undefined || (before === undefined && item === undefined);
  const data: ShownEntry[] = [];
  const from = isUpwards ? { after: since ?? 0 } : { before: before ?? head + 1 };
  for await (const entries of item === undefined ? wholeLog(at, from) : entriesAbout(at, item, from)) {
    const shown = await at.look((view, _seq, access) => entries.map((entry) => shownTo(view, access, { entry, item })));
    for (const [place, entry] of shown.entries()) {
      if (entry) data.push(entry);
      if (data.length === limit) return { data, next: String(entries[place]!.seq) };
    }
  }
  return { data, next: null };
}

type From = { readonly after: number } | { readonly before: number };

const wholeLog = (at: Standing, from: From): AsyncGenerator<Entry[]> => ('after' in from ? upwards(at, from.after) : downwards(at, from.before));

/** What touched an item: few at once, because one of them may hold ten thousand changes of others. */
async function* entriesAbout(at: Standing, item: string, from: From): AsyncGenerator<Entry[]> {
  for (let next = from; ;) {
    const entries = await at.host.entriesAbout(item, next, ABOUT_AT_ONCE);
    yield entries;
    if (entries.length < ABOUT_AT_ONCE) return;
    next = 'after' in from ? { after: entries.at(-1)!.seq } : { before: entries.at(-1)!.seq };
    await othersTurn();
  }
}

/** The log after an entry, oldest first, so many at once that others get their turn between. */
async function* upwards(at: Standing, since: number): AsyncGenerator<Entry[]> {
  for (let from = since; ;) {
    const entries = await at.host.entries(from, ENTRIES_AT_ONCE);
    yield entries;
    if (entries.length < ENTRIES_AT_ONCE) return;
    from = entries.at(-1)!.seq;
  }
}

/** The log before an entry, newest first. */
async function* downwards(at: Standing, before: number): AsyncGenerator<Entry[]> {
  for (let end = before; end > 1;) {
    const from = Math.max(0, end - 1 - ENTRIES_AT_ONCE);
    const entries = await at.host.entries(from, end - 1 - from);
    yield entries.toReversed();
    end = from + 1;
  }
}

function shownTo(view: View, access: Access, { entry, item }: { entry: Entry; item: string | undefined }): ShownEntry | null {
  const { seq, at, actor, verb, mutation, act, reason } = entry;
  const changes = entry.changes
    .flatMap((change) => changeFor(view, access, change) ?? [])
    .filter((change) => item === undefined || isAbout(view, change, item));
  return changes.length > 0 ? { seq, at, actor, verb, mutation, act, reason, changes } : null;
}

function isAbout(view: View, change: Change, item: string): boolean {
  const record = change.op === 'update' ? view.find(change.in as keyof Collections, change.id) : change.record;
  return record !== undefined && subjectsOf(change, record).includes(item);
}

/** A change as somebody may read it today: of a record that they see, and without fields that are blank for them. */
function changeFor(view: View, access: Access, change: Change): Change | null {
  const collection = model.collections[change.in as keyof Collections];
  if (!collection || ('serverOnly' in collection && collection.serverOnly)) return null;
  if (access.whole) return change.in === 'member' ? withoutAccount(change, ['account']) : change;
  if (!view.find(change.in as keyof Collections, idOf(change))) return null;
  const seen = withoutHiddenRefs(model, view, change);
  return change.in === 'member' ? withoutAccount(seen, ['account', 'email']) : seen;
}

/** Addresses are for those who invite and plan, accounts for the server alone. */
function withoutAccount(change: Change, hidden: readonly string[]): Change | null {
  const blank = (fields: object) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, hidden.includes(name) ? null : (value as unknown)]));
  if (change.op !== 'update') return { ...change, record: blank(change.record) as never };
  const kept = (fields: object) => Object.fromEntries(Object.entries(fields).filter(([name]) => !hidden.includes(name)));
  const to = kept(change.to);
  return Object.keys(to).length + Object.keys(change.sets ?? {}).length > 0 ? ({ ...change, from: kept(change.from), to } as Change) : null;
}
