import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Store } from '../db/store.ts';

/** `/healthz`: the process answers. `/readyz`: so does its database, and it is not about to stop. */
export function registerHealth(app: FastifyInstance, store: Store): void {
  let isStopping = false;
  app.addHook('preClose', async () => {
    isStopping = true;
  });
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (request, reply) => {
    if (isStopping) return reply.status(503).send({ status: 'stopping' });
    try {
      await sql`select 1`.execute(store.db);
    } catch (error) {
      request.log.error({ err: error, id: request.id }, 'the database does not answer');
      return reply.status(503).send({ status: 'no database' });
    }
    return { status: 'ready' };
  });
}
