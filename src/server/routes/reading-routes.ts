import type { FastifyRequest } from 'fastify';
import type { Collections } from '../../domain/collections.ts';
import { ask, permitted } from '../../domain/kernel/ask.ts';
import { dayIn, type Instant } from '../../domain/kernel/day.ts';
import type { Fact } from '../../domain/kernel/fact.ts';
import type { HistoryReading, Reading } from '../../domain/kernel/reading.ts';
import { model } from '../../domain/model.ts';
import { historyReadings, readings } from '../../domain/readings.ts';
import type { Api } from '../edge/api.ts';
import { atTheDoor } from '../edge/door.ts';
import { invalid } from '../edge/problem.ts';
import { fromTexts } from '../edge/query-input.ts';
import { fieldDocs, namesIn } from '../openapi/route-doc.ts';

/** Between chunks others get their turn. */
const FACTS_AT_ONCE = 2000;

type Asked = Pick<Reading<Collections, never, unknown>, 'name' | 'does' | 'route' | 'input' | 'needs'>;

/** One route for every reading. It is answered from the caller's view, so that it can't say what they may not see. */
export function readingRoutes(api: Api): void {
  for (const reading of readings) {
    api.forMembers(describe(reading), ({ request, at }) => {
      const input = inputOf(reading, request);
      const asking = { now: new Date().toISOString() as Instant };
      return at.look((view, _seq, access) => ask(reading, input, { model, view, access, asking }) ?? null);
    });
  }
}

/** One route for every reading of the past: a fold over facts of records that the caller sees. */
export function historyReadingRoutes(api: Api): void {
  for (const reading of historyReadings) {
    api.forMembers(describe(reading), async ({ request, at }) => {
      const input = inputOf(reading, request);
      let state = await at.look((view, _seq, access) => reading.start(view, permitted(reading, input, { model, view, access })));
      for await (const facts of chunks(at.host.facts(reading.follows))) {
        const seen = await at.look((view) => facts.filter((fact) => view.find(fact.in as keyof Collections, fact.id) !== undefined));
        for (const fact of seen) state = reading.step(state, fact) as never;
      }
      return answerOf(reading, state);
    });
  }
}

async function* chunks(facts: AsyncIterable<Fact>): AsyncGenerator<Fact[]> {
  let chunk: Fact[] = [];
  for await (const fact of facts) {
    chunk.push(fact);
    if (chunk.length < FACTS_AT_ONCE) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

const answerOf = (reading: HistoryReading<Collections, never, never, unknown>, state: never): unknown =>
  reading.answer(state, dayIn('UTC', new Date().toISOString() as Instant)) ?? null;

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
