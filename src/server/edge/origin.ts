import type { FastifyRequest } from 'fastify';
import { forbidden } from './problem.ts';

const READS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses a change that a page of another site asks for with the cookies of this one. Browsers say with every change where the page comes
 * from; where a cookie signs in, one that does not is refused too.
 */
export function assertOwnOrigin(request: FastifyRequest, { url, needsOrigin }: { url: string | undefined; needsOrigin: boolean }): void {
  if (READS.includes(request.method)) return;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isElsewhere = site === 'cross-site' || site === 'same-site' || (origin !== undefined && !isOwn(origin, request, url));
  if (isElsewhere) throw forbidden('The page that asks for this is not of this server.');
  if (needsOrigin && origin === undefined && site !== 'same-origin') throw forbidden('A change by cookie must say its Origin; a program uses a token.');
}

/** Of the address that was set, or of the one under which the server was asked. */
function isOwn(origin: string, request: FastifyRequest, url: string | undefined): boolean {
  return origin === url || origin === `${request.protocol}://${request.host}`;
}
