import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { freshId } from '../../db/fresh-id.ts';
import { UUID } from '../../domain/kernel/ids.ts';
import { invalid } from './problem.ts';

/**
 * The mutation's id: the `Idempotency-Key` where it is a UUID, else made from it, from who asks and from what for, so that the same words of
 * two people are two keys; a fresh one without it.
 */
export function mutationOf(request: FastifyRequest, { actor, verb }: { actor: string; verb: string }): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return freshId();
  if (typeof key !== 'string' || key.length === 0 || key.length > 200) throw invalid([{ path: 'Idempotency-Key', message: 'must be 1 to 200 characters' }]);
  const id = key.toLowerCase();
  if (UUID.test(id)) return id;
  const hex = createHash('sha256').update(`${actor}\n${verb}\n${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
