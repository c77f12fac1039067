import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { MutationReused } from '../../db/host.ts';
import { NoWorkspace } from '../../db/refused.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { invalid, malformed, notFound, Problem, problemBody } from './problem.ts';
import { refused } from './refusal-answer.ts';

/** The one place where errors are caught: what is known becomes its answer, everything else is a bug, logged and answered without detail. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = known(error);
  if (problem) return sendProblem(reply, problem);
  request.log.error({ err: error, route: request.routeOptions.url, id: request.id }, 'a bug');
  return sendProblem(
    reply,
    new Problem({ status: 500, type: 'internal', title: 'Something went wrong on the server.', detail: `It was logged as ${request.id}.` }),
  );
}

export function sendProblem(reply: FastifyReply, { says }: Problem): FastifyReply {
  for (const [name, value] of Object.entries(says.headers ?? {})) void reply.header(name, value);
  return reply
    .status(says.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemBody(says)));
}

function known(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal) return refused(error);
  if (error instanceof MutationReused) return invalid([{ path: 'Idempotency-Key', message: 'was used for something else' }]);
  if (error instanceof NoWorkspace) return notFound();
  return error instanceof Error && 'statusCode' in error ? ofFastify(error as FastifyError) : null;
}

/** What Fastify itself refuses before a route is reached. */
function ofFastify({ statusCode = 500, code, message }: FastifyError): Problem | null {
  if (statusCode === 413) return new Problem({ status: 413, type: 'too-large', title: 'The body is too large.' });
  if (statusCode === 415)
    return new Problem({ status: 415, type: 'wrong-type', title: 'That content type is not taken here.', detail: 'Send application/json.' });
  if (statusCode === 404) return notFound();
  if (statusCode >= 400 && statusCode < 500) return malformed(code === 'FST_ERR_CTP_INVALID_JSON_BODY' ? 'The body is not JSON.' : message);
  return null;
}
