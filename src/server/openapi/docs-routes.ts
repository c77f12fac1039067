import type { FastifyInstance } from 'fastify';
import { openApiDocument, type AboutApi } from './document.ts';
import { docsPage, DOCS_STYLE } from './docs-page.ts';
import type { RouteDoc } from './route-doc.ts';

/** `/api/v1/openapi.json` and, for reading, `/api/docs`. Both are made once, when first asked for. */
export function registerDocs(app: FastifyInstance, { routes, about }: { routes: readonly RouteDoc[]; about: () => AboutApi }): void {
  let json: string | undefined;
  let html: string | undefined;
  app.get('/api/v1/openapi.json', async (_request, reply) => {
    json ??= JSON.stringify(openApiDocument(routes, about()));
    return reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(json);
  });
  app.get('/api/docs', async (_request, reply) => {
    html ??= docsPage(routes);
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html);
  });
  app.get('/api/docs.css', async (_request, reply) => reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(DOCS_STYLE));
}
