import type { RouteDoc } from './route-doc.ts';
import { ERRORS } from './errors.ts';

/** What a description says of its server: where it is, what its session's cookie is called, and which version it is. */
export interface AboutApi {
  readonly url: string;
  readonly cookie: string;
  readonly version: string;
}

/** The description of every route as OpenAPI 3.1. */
export function openApiDocument(routes: readonly RouteDoc[], { url, cookie, version }: AboutApi): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = (paths[route.path] ??= {});
    path[route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cutline',
      version,
      description: 'Everything that the interface can do. Ids are UUIDv7; a product is also named by its key, an item by `APP-142`, a workspace by its slug.',
    },
    servers: [{ url }],
    security: [{ token: [] }, { session: [] }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token made with `cutline token create` or `POST …/tokens`.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: cookie,
          description: 'The cookie of somebody who is signed in; changes also need the page’s own `Origin`.',
        },
      },
      schemas: { Problem: PROBLEM, Outcome: OUTCOME },
      responses: Object.fromEntries(
        ERRORS.map((error) => [
          error.name,
          {
            description: error.when,
            headers: error.headers ?? {},
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example: error.example } },
          },
        ]),
      ),
    },
  };
}

function operation(route: RouteDoc): Record<string, unknown> {
  const errors = ERRORS.filter(({ status }) => route.errors.includes(status));
  const ok = {
    description: route.answer.says,
    ...(route.answer.schema ? { content: { [route.answer.type ?? 'application/json']: { schema: route.answer.schema } } } : {}),
  };
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.does,
    ...(route.isPublic ? { security: [] } : {}),
    parameters: [...parametersIn('path', route.params), ...parametersIn('query', route.query), ...parametersIn('header', route.headers)],
    ...(route.body ? { requestBody: { required: true, content: { [route.bodyType ?? 'application/json']: { schema: route.body } } } } : {}),
    responses: { [route.answer.status]: ok, ...Object.fromEntries(errors.map(({ status, name }) => [status, { $ref: `#/components/responses/${name}` }])) },
  };
}

function parametersIn(where: 'path' | 'query' | 'header', fields: RouteDoc['query']): Record<string, unknown>[] {
  return fields.map(({ name, required, schema, says }) => ({ name, in: where, required, schema, ...(says ? { description: says } : {}) }));
}

const PROBLEM = {
  type: 'object',
  description: 'What went wrong, as in RFC 9457.',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', description: 'A stable code.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: { type: 'array', items: { type: 'object', required: ['path', 'message'], properties: { path: { type: 'string' }, message: { type: 'string' } } } },
    refusals: {
      type: 'array',
      description: 'The rules that said no, with their facts.',
      items: { type: 'object', required: ['code'], properties: { code: { type: 'string' } } },
    },
  },
};

const OUTCOME = {
  type: 'object',
  required: ['seq', 'outcome', 'kept', 'data'],
  properties: {
    seq: { type: 'integer', description: 'The entry of the log that it wrote, or the newest one when there was nothing to do.' },
    outcome: { enum: ['applied', 'nothing-to-do'] },
    id: { type: 'string', description: 'The id of the record that was made, if it was one.' },
    kept: { type: 'array', description: 'What an undo left as it is, because somebody has changed it since.', items: { type: 'object' } },
    data: { type: 'array', description: 'The records that were made or changed, as they are now; at most 500.', items: { type: 'object' } },
  },
};
