import type { FastifyRequest } from 'fastify';
import { collections, type Collections } from '../../domain/collections.ts';
import type { Verb } from '../../domain/kernel/verb.ts';
import { model } from '../../domain/model.ts';
import { verbs } from '../../domain/verbs.ts';
import type { Api, Asked } from '../edge/api.ts';
import { atTheDoor } from '../edge/door.ts';
import { mutationOf } from '../edge/mutation.ts';
import { invalid, type Fault } from '../edge/problem.ts';
import { fromTexts, shapeOf } from '../edge/query-input.ts';
import type { Standing } from '../edge/standing.ts';
import { assertVersion, versionsIn } from '../edge/version-tag.ts';
import { bodySchema, fieldDocs, idempotencyKey, ifMatch, namesIn } from '../openapi/route-doc.ts';
import { outcomeOf } from './outcome.ts';

/** One route for every verb. */
export function verbRoutes(api: Api): void {
  for (const verb of verbs) {
    const [method, path] = verb.route;
    const named = namesIn(path);
    const makes = method === 'POST' && !path.endsWith('}') && resources.has(path.split('/').at(-1)!);
    api.forMembers(
      {
        id: verb.name,
        tag: path === '' ? 'workspaces' : (path.split('/').find((part) => resources.has(part)) ?? 'changes'),
        does: verb.does,
        method,
        path,
        params: fieldDocs(verb.input, { only: named }),
        headers: [idempotencyKey, ...(mainRef(verb) ? [ifMatch] : [])],
        ...(Object.keys(shapeOf(verb.input)).length > named.length ? { body: bodySchema(verb.input, named) } : {}),
        answer: { status: makes ? 201 : 200, says: 'What came of it.', schema: { $ref: '#/components/schemas/Outcome' } },
        errors: [409, 412, 413, 415],
      },
      ({ request, reply, at }) => call(verb, { request, reply }, { at, makes }),
    );
  }
}

const resources = new Set(Object.values(collections).flatMap(({ resource }) => (resource === null ? [] : [resource as string])));

async function call(verb: Verb<Collections>, { request, reply }: Asked, { at, makes }: { at: Standing; makes: boolean }): Promise<unknown> {
  const input = atTheDoor(verb.input, inputOf(verb, request));
  const answer = await at.host.run({
    mutation: mutationOf(request, { actor: at.member, verb: verb.name }),
    actor: at.member,
    calls: [{ verb, input }],
    access: accessFor(verb, request, at),
  });
  const outcome = await outcomeOf(answer, at);
  if (makes && answer.outcome === 'applied') {
    void reply.status(201);
    if (outcome.id !== undefined) void reply.header('location', `/api/v1/workspaces/${at.workspace.slug}/${verb.route[1].split('/').at(-1)}/${outcome.id}`);
  }
  return outcome;
}

/** The body with the fields that the path gives. A field that stands in both is refused: only one of them would have been looked at. */
function inputOf(verb: Verb<Collections>, request: FastifyRequest): unknown {
  const { workspace: _, ...params } = request.params as Record<string, string>;
  const body = request.body ?? {};
  if (typeof body !== 'object' || Array.isArray(body)) throw invalid([{ path: '', message: 'must be an object' }]);
  const twice = Object.keys(params).filter((name) => Object.hasOwn(body, name));
  if (twice.length > 0) throw invalid(twice.map((path): Fault => ({ path, message: 'stands in the path already' })));
  const query = Object.keys(request.query as object);
  if (query.length > 0) throw invalid(query.map((path): Fault => ({ path, message: 'there is no such field in the address' })));
  return { ...body, ...fromTexts(verb.input, params) };
}

/** What the caller may do when their turn comes; with `If-Match`, only if nobody was faster. */
function accessFor(verb: Verb<Collections>, request: FastifyRequest, at: Standing): Standing['accessIn'] {
  const header = request.headers['if-match'];
  const main = mainRef(verb);
  if (header === undefined || !main) return at.accessIn;
  const versions = versionsIn(header);
  const name = (request.params as Record<string, string>)[main.field]!;
  return (workspace) => {
    const access = at.accessIn(workspace);
    const id = model.resolve(workspace, main.collection, name);
    if (id !== undefined && model.visible(workspace, access, { in: main.collection, id })) assertVersion(workspace, { in: main.collection, id }, versions);
    return access;
  };
}

/** The record that the path names last, whose version `If-Match` is about. */
function mainRef(verb: Verb<Collections>): { field: string; collection: string } | undefined {
  const shape = shapeOf(verb.input) as Record<string, { meta?: () => Record<string, unknown> | undefined }>;
  const refs = namesIn(verb.route[1]).flatMap((field) => {
    const collection = shape[field]?.meta?.()?.['ref'];
    return typeof collection === 'string' ? [{ field, collection }] : [];
  });
  return refs.at(-1);
}
