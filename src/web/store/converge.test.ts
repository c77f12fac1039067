import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createItems } from '../../domain/backlog/create-items.ts';
import { moveItems } from '../../domain/backlog/move-items.ts';
import { verb as defined, type Collections } from '../../domain/collections.ts';
import { undoEntry } from '../../domain/history/undo-entry.ts';
import type { Instant } from '../../domain/kernel/day.ts';
import { ref } from '../../domain/kernel/ref.ts';
import type { Verb } from '../../domain/kernel/verb.ts';
import type { Readable } from '../../domain/kernel/workspace.ts';
import { emptyWorkspace, model } from '../../domain/model.ts';
import { toEnd } from '../../domain/kernel/pausing.ts';
import { capture, decodeSnapshot, encodeSnapshot, type Snapshot } from '../../domain/sync/snapshot.ts';
import type { Message } from '../../domain/sync/message.ts';
import { APP, CAST, fixedId } from '../../../test/builders/cast.ts';
import { ModelServer, type ModelAnswer } from '../../../test/builders/model-server.ts';
import type { NamedCall } from '../../domain/verbs.ts';
import type { NotSaved } from './command.ts';
import { Replica, type Turn } from './replica.ts';
import type { Waiting } from './waiting.ts';

const mayEdit = (item: string) => [{ may: 'edit-items' as const, on: { in: 'item', id: item } }];

const retitle = defined({
  name: 'retitle',
  does: 'Give an item another title and tag.',
  route: ['POST', '/test/retitle'],
  input: z.strictObject({ item: ref('item'), title: z.string(), tag: z.string() }),
  needs: (_, { item }) => mayEdit(item),
  run: (draft, { item, title, tag }) => draft.update('item', item, { title, tags: [...new Set([...draft.workspace.get('item', item).tags, tag])].sort() }),
});

const removeItem = defined({
  name: 'removeItem',
  does: 'Remove an item.',
  route: ['POST', '/test/remove'],
  input: z.strictObject({ item: ref('item') }),
  needs: (_, { item }) => mayEdit(item),
  run: (draft, { item }) => draft.remove('item', item),
});

const VERBS = [createItems, moveItems, undoEntry, retitle, removeItem] as unknown as Verb<Collections>[];
const byName = new Map(VERBS.map((verb) => [verb.name, verb]));
const PEOPLE = [CAST.pia.id, CAST.tom.id, CAST.ada.id, CAST.sam.id, CAST.gus.id] as const;

/** One browser: its replica, what it keeps, and what is on its way to and from the server. */
class Client {
  replica: Replica;
  queue: Waiting[] = [];
  notSaved: NotSaved[] = [];
  refusedHere = 0;
  inbox: Message[] = [];
  answer: { readonly mutation: string; readonly answer: ModelAnswer } | null = null;
  readonly #server: ModelServer;
  readonly member: string;
  readonly #number: number;
  #made = 0;

  constructor(server: ModelServer, member: string, number: number) {
    this.#server = server;
    this.member = member;
    this.#number = number;
    this.replica = this.#replica(server.view(member), server.seq);
  }

  do(verb: string, input: unknown): void {
    this.#made += 1;
    const mutation = fixedId(0x1_000_000 * this.#number + 0x1000 * this.#made);
    const calls = [{ verb, input: byName.get(verb)!.input.parse(input) }] as unknown as NamedCall[];
    const waiting: Waiting = { mutation, calls, at: '2026-03-02T10:00:00.000Z' as Instant, reason: null, act: null, model: model.version, seq: null };
    const { shown } = this.replica.try(waiting);
    if (shown.outcome === 'shown') this.queue.push(waiting);
    if (shown.outcome === 'refused') this.refusedHere += 1;
  }

  /** The first command goes out; its answer is on the way, or lost. */
  send(isLost: boolean): void {
    const waiting = this.queue.find(({ seq }) => seq === null);
    if (!waiting || this.answer) return;
    const answer = this.#server.run(this.member, waiting);
    if (!isLost) this.answer = { mutation: waiting.mutation, answer };
  }

  hearAnswer(): void {
    if (!this.answer) return;
    const { mutation, answer } = this.answer;
    this.answer = null;
    if (answer.outcome === 'refused') {
      const turn = this.replica.refused(mutation, answer.why);
      this.#took(turn);
      this.queue = this.queue.filter((waiting) => !turn.notSaved.some((one) => one.mutation === waiting.mutation));
    } else if (answer.outcome === 'applied') {
      this.queue = this.queue.map((waiting) => (waiting.mutation === mutation ? { ...waiting, seq: answer.seq } : waiting));
      this.#took(this.replica.applied(mutation, answer.seq));
    } else {
      this.#took(this.replica.nothingToDo(mutation));
    }
  }

  /** The stream says the next few messages. */
  hear(count: number): void {
    this.listen();
    this.#took(this.replica.take(this.inbox.splice(0, count)));
  }

  /** The connection breaks and is resumed, somewhat before where it broke. */
  reconnect(overlap: number): void {
    this.inbox = this.#server.messages(this.member, Math.max(0, this.replica.seq - overlap));
  }

  listen(): void {
    const last = this.inbox.findLast((message) => message.type === 'entry' || message.type === 'reached');
    const since = last?.type === 'entry' ? last.entry.seq : last?.type === 'reached' ? last.seq : this.replica.seq;
    this.inbox.push(...this.#server.messages(this.member, since));
  }

  takeSnapshot(): void {
    this.inbox = [];
    this.#took(this.replica.replace(copied(this.#server.view(this.member)), this.#server.seq));
  }

  /** The tab is closed and opened again: what it kept is all that is left. */
  reload(): void {
    const confirmed = copied(this.replica.confirmed);
    this.inbox = [];
    this.answer = null;
    this.replica = this.#replica(confirmed, this.replica.seq);
    this.#took(this.replica.resume(this.queue));
  }

  get isQuiet(): boolean {
    return this.queue.length === 0 && this.answer === null && this.replica.seq === this.#server.seq;
  }

  #took({ settled, notSaved }: Turn): void {
    this.queue = this.queue.filter(({ mutation }) => !settled.includes(mutation));
    this.notSaved.push(...notSaved);
  }

  #replica(workspace: ReturnType<typeof emptyWorkspace>, seq: number): Replica {
    const report = (error: unknown) => {
      throw error;
    };
    return new Replica(workspace, seq, { member: this.member, verb: (name) => byName.get(name), report });
  }
}

/** Through a snapshot and back. */
function copied(view: Readable<Collections>): ReturnType<typeof emptyWorkspace> {
  const text = toEnd(encodeSnapshot({ model: 1, workspace: 'w', access: 'a', seq: 0 }, capture(model, view))).join('');
  const workspace = emptyWorkspace();
  workspace.load(decodeSnapshot(JSON.parse(text) as Snapshot, []));
  return workspace;
}

function everything(view: Readable<Collections>): Record<string, unknown[]> {
  const names = Object.keys(model.collections) as (keyof Collections)[];
  return Object.fromEntries(names.map((name) => [name, [...view.all(name)].sort((a, b) => (a.id < b.id ? -1 : 1))]));
}

const step = fc.record({
  who: fc.nat(PEOPLE.length - 1),
  what: fc.constantFrom(
    'create',
    'create',
    'move',
    'move',
    'edit',
    'remove',
    'undo',
    'send',
    'send',
    'lose',
    'answer',
    'answer',
    'hear',
    'hear',
    'reconnect',
    'snapshot',
    'reload',
    'forbid',
  ),
  a: fc.nat(30),
  b: fc.nat(30),
});

function take(client: Client, server: ModelServer, { what, a, b }: { what: string; a: number; b: number }): void {
  const items = [...client.replica.shown.all('item')].filter(({ product }) => product === APP).sort((x, y) => (x.rank < y.rank ? -1 : 1));
  const pick = (n: number) => items[n % Math.max(1, items.length)]?.id;
  const [one, other] = [pick(a), pick(b)];
  if (what === 'create')
    client.do('createItems', {
      product: APP,
      items: Array.from({ length: 1 + (b % 3) }, (_, n) => ({ title: `t${a}-${n}` })),
      place: { to: a % 2 ? 'top' : 'bottom' },
    });
  else if (what === 'move' && one && other) client.do('moveItems', { product: APP, items: [one], place: one === other ? { to: 'top' } : { after: other } });
  else if (what === 'edit' && one) client.do('retitle', { item: one, title: `e${b}`, tag: `tag${b % 4}` });
  else if (what === 'remove' && one && items.length > 3) client.do('removeItem', { item: one });
  else if (what === 'undo') {
    const mine = server.log.filter(({ actor, seq }) => actor === client.member && seq <= client.replica.seq);
    const entry = mine[a % Math.max(1, mine.length)];
    if (entry) client.do('undoEntry', { entry: entry.seq });
  } else if (what === 'send' || what === 'lose') client.send(what === 'lose');
  else if (what === 'answer') client.hearAnswer();
  else if (what === 'hear') client.hear(a);
  else if (what === 'reconnect') client.reconnect(b % 4);
  else if (what === 'snapshot') client.takeSnapshot();
  else if (what === 'reload') client.reload();
  else if (what === 'forbid') server.refusesNext = true;
}

function settle(clients: readonly Client[]): void {
  for (let round = 0; round < 500 && !clients.every(({ isQuiet }) => isQuiet); round++) {
    for (const client of clients) {
      client.send(false);
      client.hearAnswer();
      client.hear(50);
    }
  }
}

test(
  'after every interleaving of commands, delays, lost answers, breaks, reloads and refusals, all see what the server has, and nothing was done twice',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 50 }), (steps) => {
        const server = new ModelServer(VERBS, PEOPLE);
        const clients = PEOPLE.map((member, at) => new Client(server, member, at + 1));
        for (const one of steps) take(clients[one.who]!, server, one);
        server.refusesNext = false;
        settle(clients);
        for (const client of clients) {
          expect(client.isQuiet).toBe(true);
          expect(client.replica.pending).toEqual([]);
          expect(everything(client.replica.shown)).toEqual(everything(server.view(client.member)));
          expect(new Set(client.notSaved.map(({ mutation }) => mutation)).size).toBe(client.notSaved.length);
          const written = new Set(server.log.map(({ mutation }) => mutation));
          expect(client.notSaved.filter(({ mutation }) => written.has(mutation))).toEqual([]);
        }
        expect(new Set(server.log.map(({ mutation }) => mutation)).size).toBe(server.log.length);
      }),
      { numRuns: 1_000 },
    );
  },
);

test('what was refused goes with what was built on it, and the rest stays', () => {
  const server = new ModelServer(VERBS, PEOPLE);
  const client = new Client(server, CAST.pia.id, 1);
  client.do('createItems', { product: APP, items: [{ title: 'First' }] });
  client.do('createItems', { product: APP, items: [{ title: 'Second' }] });
  const first = [...client.replica.shown.all('item')].find(({ title }) => title === 'First')!;
  client.do('retitle', { item: first.id, title: 'First, better', tag: 'x' });
  server.refusesNext = true;
  client.send(false);
  client.hearAnswer();
  expect(client.notSaved.map(({ calls, because }) => [calls[0]!.verb, because])).toEqual([
    ['createItems', null],
    ['retitle', client.notSaved[0]!.mutation],
  ]);
  expect([...client.replica.shown.all('item')].map(({ title }) => title)).toEqual(['Second']);
  settle([client]);
  expect([...server.workspace.all('item')].map(({ title }) => title)).toEqual(['Second']);
});

test('an entry that does not fit is said, not overwritten', () => {
  const server = new ModelServer(VERBS, PEOPLE);
  const client = new Client(server, CAST.pia.id, 1);
  const change = { op: 'update', in: 'product', id: APP, from: { name: 'Something else' }, to: { name: 'X' } } as const;
  const entry = { seq: 2, at: '2026-03-02T10:00:00.000Z' as Instant, actor: null, verb: 'x', act: null, reason: null, model: 1, changes: [change] };
  expect(() => client.replica.take([{ type: 'entry', entry }])).toThrow('does not fit');
});
