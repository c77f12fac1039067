import type { FastifyRequest } from 'fastify';
import type { Collections, View } from '../../domain/collections.ts';
import { askInPieces } from '../../domain/kernel/ask.ts';
import type { Instant } from '../../domain/kernel/day.ts';
import type { Access } from '../../domain/kernel/model.ts';
import type { Reading } from '../../domain/kernel/reading.ts';
import { model } from '../../domain/model.ts';
import { historyReadings, readings } from '../../domain/readings.ts';
import type { Api } from '../edge/api.ts';
import { atTheDoor } from '../edge/door.ts';
import { invalid } from '../edge/problem.ts';
import { fromTexts } from '../edge/query-input.ts';
import { answerFromFacts } from '../history/answer-from-facts.ts';
import { fieldDocs, namesIn } from '../openapi/route-doc.ts';
import { inSlices, whileNothingChanges } from './in-slices.ts';

type Asked = Pick<Reading<Collections, never, unknown>, 'name' | 'does' | 'route' | 'input' | 'needs'>;

/** One route for every reading. It is answered from the caller's view, so that it can't say what they may not see. */
export function readingRoutes(api: Api): void {
  for (const reading of readings) {
    api.forMembers(describe(reading), async ({ request, at }) => {
      const input = inputOf(reading, request);
      const asking = { now: new Date().toISOString() as Instant };
      const begin = (view: View, access: Access) => askInPieces(reading, input, { model, view, access, asking });
      if (reading.looksAfterPauses) return (await whileNothingChanges((look) => at.look(look), begin)) ?? null;
      const begun = await at.look((view, _seq, access) => {
        const pieces = begin(view, access);
        return { pieces, first: pieces.next() }; // the view is looked at before the first pause only
      });
      return (await inSlices(begun)) ?? null;
    });
  }
}

/** One route for every reading of the past: a fold over facts of records that the caller sees. */
export function historyReadingRoutes(api: Api): void {
  for (const reading of historyReadings) {
    api.forMembers(describe(reading), ({ request, at }) => answerFromFacts(reading, inputOf(reading, request), at));
  }
}

function describe({ name, does, route, input }: Asked) {
  const named = namesIn(route);
  return {
    id: name,
    tag: 'readings',
    does,
    method: 'GET' as const,
    path: route,
    params: fieldDocs(input, { only: named }),
    query: fieldDocs(input, { but: named }),
    answer: { status: 200, says: 'The answer, as the caller may see it.', schema: {} },
  };
}

function inputOf({ input }: Asked, request: FastifyRequest): unknown {
  const { workspace: _, ...params } = request.params as Record<string, string>;
  const query = request.query as Record<string, unknown>;
  const twice = Object.keys(params).filter((name) => Object.hasOwn(query, name));
  if (twice.length > 0) throw invalid(twice.map((path) => ({ path, message: 'stands in the path already' })));
  return atTheDoor(input as never, fromTexts(input, { ...query, ...params }));
}
