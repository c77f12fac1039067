import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { asRoute, WORKSPACE, workspaceParam, type RouteDoc } from '../openapi/route-doc.ts';
import type { Caller, Callers } from './caller.ts';
import type { Standing, Workspaces } from './standing.ts';

/** A request with where its answer goes. */
export interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Who may call a route at all; what they may do there is asked by its verb, its reading or the view. */
export type Guard = 'anybody' | 'signed-in' | 'member';

/** What a route is, but for what the guard adds. */
type Described = Omit<RouteDoc, 'params' | 'query' | 'headers' | 'errors'> & Partial<Pick<RouteDoc, 'params' | 'query' | 'headers' | 'errors'>>;

/**
 * The routes of the API. Each is registered with its guard and its description in one go, so that none exists that is not guarded or not
 * described. Whatever an answer is, it is JSON.
 */
export class Api {
  readonly routes: (RouteDoc & { readonly guard: Guard })[] = [];
  readonly #app: FastifyInstance;
  readonly #callers: Callers;
  readonly #workspaces: Workspaces;

  constructor(app: FastifyInstance, { callers, workspaces }: { callers: Callers; workspaces: Workspaces }) {
    this.#app = app;
    this.#callers = callers;
    this.#workspaces = workspaces;
  }

  /** A route for anybody: signing in and what comes before it. */
  forAnybody(described: Described, handle: (asked: Asked) => Promise<unknown>, options: RouteShorthandOptions = {}): void {
    this.#add({ ...described, isPublic: true, errors: [400, 413, 415, 422, 429, ...(described.errors ?? [])] }, 'anybody');
    this.#app.route({ ...options, method: described.method, url: asRoute(described.path), handler: (request, reply) => handle({ request, reply }) });
  }

  /** A route for whoever is signed in or has a token. */
  forSignedIn(described: Described, handle: (asked: Asked & { readonly caller: Caller }) => Promise<unknown>, options: RouteShorthandOptions = {}): void {
    this.#add({ ...described, errors: [400, 401, 403, 413, 415, 422, ...(described.errors ?? [])] }, 'signed-in');
    this.#app.route({
      ...options,
      method: described.method,
      url: asRoute(described.path),
      handler: async (request, reply) => handle({ request, reply, caller: await this.#caller(request, reply) }),
    });
  }

  /** A route of a workspace, for its members. `path` comes after the workspace's own. */
  forMembers(
    described: Described,
    handle: (asked: Asked & { readonly caller: Caller; readonly at: Standing }) => Promise<unknown>,
    options: RouteShorthandOptions = {},
  ): void {
    const path = WORKSPACE + described.path;
    this.#add(
      { ...described, path, params: [workspaceParam, ...(described.params ?? [])], errors: [400, 401, 403, 404, 422, ...(described.errors ?? [])] },
      'member',
    );
    this.#app.route({
      ...options,
      method: described.method,
      url: asRoute(path),
      handler: async (request, reply) => {
        const caller = await this.#caller(request, reply);
        const at = await this.#workspaces.standing(caller, (request.params as { workspace: string }).workspace);
        return handle({ request, reply, caller, at });
      },
    });
  }

  async #caller(request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    const caller = await this.#callers.of(request);
    for (const cookie of caller.cookies) void reply.header('set-cookie', cookie);
    return caller;
  }

  #add(described: Described & { readonly errors: readonly number[] }, guard: Guard): void {
    this.routes.push({ params: [], query: [], headers: [], ...described, guard });
  }
}
