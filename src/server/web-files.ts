import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from './edge/errors.ts';
import { notFound } from './edge/problem.ts';

/** The built web: files with a hash in their name never change; every address that a person opens is the app's one page. */
export async function registerWebFiles(app: FastifyInstance, webDir: string | null): Promise<void> {
  if (webDir !== null && !existsSync(path.join(webDir, 'index.html'))) throw new Error(`${webDir} holds no index.html: build the web first.`);
  /** Read once: when a newer one is built meanwhile, this server still gives the page that goes with it. */
  const page = webDir === null ? null : readFileSync(path.join(webDir, 'index.html'), 'utf8');
  if (webDir !== null) {
    await app.register(fastifyStatic, {
      root: webDir,
      wildcard: false,
      index: false,
      cacheControl: false,
      globIgnore: ['.vite/**'],
      setHeaders: (reply, file) => {
        void reply.setHeader('cache-control', file.startsWith(path.join(webDir, 'assets')) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (page !== null && isNavigation(request)) return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
    return sendProblem(reply, notFound());
  });
}

/** Somebody opens a page, as opposed to a program or a page that fetches something. */
function isNavigation({ method, headers, url }: FastifyRequest): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || url.startsWith('/api/') || url.startsWith('/assets/')) return false;
  return url === '/' || headers['sec-fetch-mode'] === 'navigate' || (headers.accept ?? '').includes('text/html');
}
