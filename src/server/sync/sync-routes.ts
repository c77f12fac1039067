import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Host } from '../../db/host.ts';
import type { Collections, View } from '../../domain/collections.ts';
import type { Access } from '../../domain/kernel/model.ts';
import { model } from '../../domain/model.ts';
import type { Api, Asked } from '../edge/api.ts';
import type { Caller } from '../edge/caller.ts';
import { atTheDoor } from '../edge/door.ts';
import { notFound, Problem } from '../edge/problem.ts';
import type { Server } from '../edge/server.ts';
import type { Standing } from '../edge/standing.ts';
import { fromTexts } from '../edge/query-input.ts';
import { Feeds } from './feed.ts';
import { Snapshots, type Encoding, type Made } from './snapshots.ts';
import { Stream, type Reader } from './stream.ts';
import { Streams } from './streams.ts';

/** What is kept of a host as long as somebody follows it. */
interface Following {
  readonly feeds: Feeds;
  readonly snapshots: Snapshots;
}

const since = z.int().min(0);
const streamQuery = z.strictObject({ since: since.optional() });

/** How a browser gets a workspace and stays in step with it: snapshot, texts, and the stream that is given back for the route of changes. */
export function syncRoutes(http: FastifyInstance, api: Api, { store }: Pick<Server, 'store'>): OpenStream {
  const streams = new Streams(store.db, (error) => http.log.error({ err: error }, 'streams could not be checked'));
  const followed = new WeakMap<Host, Following>();
  http.addHook('preClose', (done) => {
    streams.endAll();
    done();
  });

  api.forMembers(
    {
      id: 'get-snapshot',
      tag: 'changes',
      does: 'Everything that one sees, at one moment, in columns. It may be some entries old: `list-changes` since its `seq` tells the rest.',
      method: 'GET',
      path: '/snapshot',
      answer: { status: 200, says: 'The snapshot. The header `Cutline-Member` says who one is.', schema: { type: 'object' } },
    },
    async ({ request, reply, at }) => {
      const made = await snapshotFor(at, of(at.host));
      void reply.headers({ etag: made.tag, 'cache-control': 'private, no-cache', vary: 'accept-encoding, authorization, cookie', 'cutline-member': at.member });
      if (request.headers['if-none-match'] === made.tag) return reply.code(304).send();
      const encoding = encodingFor(request.headers['accept-encoding']);
      void reply.type('application/json; charset=utf-8').header('content-encoding', encoding);
      return reply.send(await made.in(encoding));
    },
  );

  api.forMembers(
    {
      id: 'get-text',
      tag: 'changes',
      does: 'One version of a long text, a description say. It never changes.',
      method: 'GET',
      path: '/texts/{version}',
      params: [{ name: 'version', required: true, schema: { type: 'string', format: 'uuid' } }],
      answer: {
        status: 200,
        says: 'The text.',
        schema: { type: 'object', properties: { id: { type: 'string' }, base: { type: ['string', 'null'] }, body: { type: 'string' } } },
      },
    },
    async ({ request, reply, at }) => {
      const text = await at.host.text((request.params as { version: string }).version);
      const isSeen = text && (await at.look((view) => view.find(text.owner.in as keyof Collections, text.owner.id) !== undefined));
      if (!isSeen) throw notFound();
      void reply.header('cache-control', 'private, max-age=0, must-revalidate');
      return { id: text.id, base: text.base, body: text.body };
    },
  );

  return async ({ request, reply, caller, at }) => {
    const query = atTheDoor(streamQuery, fromTexts(streamQuery, request.query as Record<string, unknown>));
    const resumed = request.headers['last-event-id'];
    const from = typeof resumed === 'string' ? atTheDoor(since, Number(resumed)) : query.since;
    const access = await accessOf(at);
    const feed = await of(at.host).feeds.of(access);
    const reader = readerOf({ caller, at, access });
    void reply.hijack();
    const out = reply.raw;
    start(out, reply.getHeaders());
    const stream = new Stream(out, { reader, feed, onEnd: (ended) => streams.remove(ended) });
    streams.add(stream, at.host);
    try {
      await stream.open(at.host, from ?? feed.head);
    } catch (error) {
      stream.end();
      throw error;
    }
  };

  function of(host: Host): Following {
    let following = followed.get(host);
    if (!following) {
      const feeds = new Feeds(host, { onEntries: (view) => streams.checkReaders(host, view), onEnd: () => streams.endOf(host) });
      followed.set(host, (following = { feeds, snapshots: new Snapshots() }));
    }
    return following;
  }
}

/** Opens the stream of changes for who asked. */
export type OpenStream = (asked: Asked & { readonly caller: Caller; readonly at: Standing }) => Promise<void>;

/** A snapshot of what they may see when it is made, whatever their role was when they asked. */
async function snapshotFor(at: Standing, { snapshots, feeds }: Following): Promise<Made> {
  for (;;) {
    const made = await snapshots.of(at, await feeds.of(await accessOf(at)));
    if (made) return made;
  }
}

const accessOf = (at: Standing): Promise<Access> => at.host.read((workspace) => at.accessIn(workspace));

function readerOf({ caller, at, access }: { caller: Caller; at: Standing; access: Access }): Reader {
  const user = caller.by === 'session' ? caller.account.id : caller.token.member;
  return {
    hello: { model: model.version, user, member: at.member, workspace: at.host.id, access: access.key },
    member: at.member,
    stillReads: (view) => accessIfAny(at, view),
    credential: caller.by === 'session' ? { kind: 'session', id: caller.session } : { kind: 'token', id: caller.token.id },
  };
}

/** Null when they are no longer in the workspace. */
function accessIfAny(at: Standing, view: View): Access | null {
  try {
    return at.accessIn(view);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

function start(out: ServerResponse, headers: Record<string, number | string | string[] | undefined>): void {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) out.setHeader(name, value);
  // No proxy in between may hold anything back or pack it.
  out.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' });
  out.flushHeaders();
}

function encodingFor(accepted: string | string[] | undefined): Encoding {
  const names = String(accepted ?? '').toLowerCase();
  if (/\bbr\b/.test(names)) return 'br';
  return /\bgzip\b/.test(names) ? 'gzip' : 'identity';
}
