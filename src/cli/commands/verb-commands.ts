import type { z } from 'zod';
import { historyReadings, readings } from '../../domain/readings.ts';
import { verbs } from '../../domain/verbs.ts';
import { fromTexts, shapeOf } from '../../server/edge/query-input.ts';
import { jsonSchema, namesIn } from '../../server/openapi/route-doc.ts';
import { kebabCase, one, onlyNames, WrongUse, type Arguments } from '../arguments.ts';
import type { Command, Terminal } from '../command.ts';
import { callServer, workspaceOf } from '../server-call.ts';

/** One command for every verb: what the interface can do, the command line can. */
export const verbCommands: readonly Command[] = verbs.map(({ name, does, route: [method, path], input }) => fromRoute({ name, does, method, path, input }));

/** One command for every reading. */
export const readingCommands: readonly Command[] = [...readings, ...historyReadings].map(({ name, does, route, input }) =>
  fromRoute({ name, does, method: 'GET', path: route, input }),
);

interface Asked {
  readonly name: string;
  readonly does: string;
  readonly method: string;
  readonly path: string;
  readonly input: z.core.$ZodType;
}

const OWN = ['workspace', 'json'];

function fromRoute({ name, does, method, path, input: schema }: Asked): Command {
  const fields = Object.entries(shapeOf(schema));
  return {
    name: kebabCase(name),
    does,
    usage() {
      const required = (jsonSchema(schema)['required'] ?? []) as string[];
      return fields.map(([field]) => (required.includes(field) ? `--${kebabCase(field)} …` : `[--${kebabCase(field)} …]`)).join(' ');
    },
    options: () => [
      ...fields.map(([field, inner]) => `--${kebabCase(field)}  ${shortOf(jsonSchema(inner))}`),
      '--json  the whole input as JSON, or - for the standard input; what is given by name comes on top',
      '--workspace  slug of the workspace; needed where there are several',
    ],
    async run(args, terminal) {
      onlyNames(args, [...fields.map(([field]) => field), ...OWN]);
      if (args.words.length > 0)
        throw new WrongUse(`What is ${args.words[0]}? Everything is given by name, e.g. --${kebabCase(fields[0]?.[0] ?? 'workspace')}.`);
      const input = await inputOf(schema, args, terminal);
      const workspace = await workspaceOf(terminal.config, one(args, 'workspace'));
      const answer = await callServer(terminal.config, requestOf({ method, path: `/api/v1/workspaces/${encodeURIComponent(workspace)}${path}` }, input));
      terminal.print(JSON.stringify(answer, null, 2));
    },
  };
}

async function inputOf(schema: z.core.$ZodType, args: Arguments, { input }: Terminal): Promise<Record<string, unknown>> {
  const given = one(args, 'json');
  const text = given === '-' ? await input() : given;
  const named = Object.fromEntries(Object.entries(args.named).filter(([name]) => !OWN.includes(name)));
  return { ...(text === undefined ? {} : objectIn(text)), ...fromTexts(schema, named) };
}

function objectIn(text: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new WrongUse('--json is not JSON.', { cause: error });
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new WrongUse('--json must be an object.');
  return parsed as Record<string, unknown>;
}

/** The input as the route wants it: in its path, and the rest in the query or the body. */
function requestOf({ method, path }: { method: string; path: string }, input: Readonly<Record<string, unknown>>) {
  const inPath = namesIn(path);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = input[name];
    if (typeof value !== 'string' && typeof value !== 'number') throw new WrongUse(`--${kebabCase(name)} is missing.`);
    return encodeURIComponent(String(value));
  });
  const rest = Object.entries(input).filter(([name]) => !inPath.includes(name));
  if (method !== 'GET') return { method, path: filled, ...(rest.length > 0 ? { body: Object.fromEntries(rest) } : {}) };
  const query = new URLSearchParams(rest.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as [string, string]));
  return { method, path: rest.length > 0 ? `${filled}?${query.toString()}` : filled };
}

/** What a field takes, in a few words. */
function shortOf(schema: Record<string, unknown>): string {
  const said = typeof schema['description'] === 'string' ? schema['description'] : '';
  if (Array.isArray(schema['enum'])) return schema['enum'].join(' | ');
  const options = (schema['anyOf'] ?? schema['oneOf']) as Record<string, unknown>[] | undefined;
  if (options) return options.map(shortOf).join(' or ');
  if (schema['type'] === 'array') return `a list of: ${shortOf((schema['items'] ?? {}) as Record<string, unknown>)}`;
  if (schema['type'] === 'object') return `JSON with ${Object.keys((schema['properties'] ?? {}) as object).join(', ')}`;
  if (schema['type'] === 'null') return 'null';
  if ('const' in schema) return String(schema['const']);
  return said || (schema['format'] === 'date' ? 'a day, YYYY-MM-DD' : typeOf(schema));
}

function typeOf({ type }: Record<string, unknown>): string {
  return typeof type === 'string' ? type : 'any value';
}
