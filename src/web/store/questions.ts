import type { Collections } from '../../domain/collections.ts';
import type { HistoryReading } from '../../domain/kernel/reading.ts';
import type { Question } from './asked.ts';
import type { Store } from './store.ts';

/** The body of a version of a long text, which never changes. */
export function textQuestion({ outside }: Store, version: string): Question<string> {
  return { key: `text ${version}`, ask: () => outside.server.text(version), changesWith: () => false };
}

/** A history reading's answer: another one when the facts that it follows have changed, or what it goes by besides. */
export function readingQuestion<I, S, A>({ outside, replica }: Asking, reading: HistoryReading<Collections, I, S, A>, input: I): Question<A> {
  const address = addressOf(reading.route, input as Record<string, unknown>);
  /** Null: what it is about is not there, or no longer; the server says so. */
  const goesBy = (): string | null => {
    const { confirmed } = replica;
    const isThere = reading.needs(confirmed, input).every(({ on }) => confirmed.find(on.in as keyof Collections, on.id) !== undefined);
    return isThere ? JSON.stringify(reading.goesBy(confirmed, input)) : null;
  };
  let asked: string | null = null; // as it was when it was asked last
  return {
    key: `reading ${reading.name} ${address}`,
    ask: () => {
      asked = goesBy();
      return outside.server.ask(address) as Promise<A>; // the route answers with the reading's answer
    },
    changesWith: ({ fields }) => reading.follows.some(({ in: collection, field }) => fields.has(`${collection}.${field}`)) || goesBy() !== asked,
  };
}

type Asking = { readonly outside: { readonly server: Pick<Store['outside']['server'], 'ask'> }; readonly replica: Pick<Store['replica'], 'confirmed'> };

/** A reading's route with its input: names in braces in the path, the others as the query. */
function addressOf(route: string, input: Record<string, unknown>): string {
  const inPath = new Set(Array.from(route.matchAll(/\{(\w+)\}/g), ([, name]) => name!));
  const path = route.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.entries(input).filter(([name, value]) => !inPath.has(name) && value !== undefined && value !== null);
  return rest.length === 0 ? path : `${path}?${new URLSearchParams(rest.map(([name, value]) => [name, String(value)]))}`;
}
