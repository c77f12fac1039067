import type { Collections } from '../../domain/collections.ts';
import type { HistoryReading } from '../../domain/kernel/reading.ts';
import type { Question } from './asked.ts';
import type { Store } from './store.ts';

/** The body of a version of a long text, which never changes. */
export function textQuestion({ outside }: Store, version: string): Question<string> {
  return { key: `text ${version}`, ask: () => outside.server.text(version), changesWith: () => false };
}

/** A history reading's answer. */
export function readingQuestion<I, S, A>({ outside }: Store, { name, route, follows }: HistoryReading<Collections, I, S, A>, input: I): Question<A> {
  const address = addressOf(route, input as Record<string, unknown>);
  return {
    key: `reading ${name} ${address}`,
    ask: () => outside.server.ask(address) as Promise<A>, // the route answers with the reading's answer
    changesWith: ({ fields }) => follows.some(({ in: collection, field }) => fields.has(`${collection}.${field}`)),
  };
}

/** A reading's route with its input: names in braces in the path, the others as the query. */
function addressOf(route: string, input: Record<string, unknown>): string {
  const inPath = new Set(Array.from(route.matchAll(/\{(\w+)\}/g), ([, name]) => name!));
  const path = route.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.entries(input).filter(([name, value]) => !inPath.has(name) && value !== undefined && value !== null);
  return rest.length === 0 ? path : `${path}?${new URLSearchParams(rest.map(([name, value]) => [name, String(value)]))}`;
}
