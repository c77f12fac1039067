import type {} from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { tooOften } from './problem.ts';

/** Refuses a try too many; throws a 429. */
export type Limit = (request: FastifyRequest) => Promise<void>;

/**
 * At most so many tries in so many minutes for each key: the caller's address, which is the socket's unless proxies are trusted, or what
 * `keyOf` finds in the request.
 */
export function limitOf(app: FastifyInstance, { max, minutes, keyOf }: { max: number; minutes: number; keyOf?: (request: FastifyRequest) => string }): Limit {
  const check = app.createRateLimit({ max, timeWindow: minutes * 60_000, ...(keyOf ? { keyGenerator: keyOf } : {}) });
  return async (request) => {
    const found = await check(request);
    if (!found.isAllowed && found.isExceeded) throw tooOften(Math.max(1, found.ttlInSeconds));
  };
}
