import { z } from 'zod';
import { shapeOf } from '../edge/query-input.ts';

/** A field of a path, a query or the headers. */
export interface FieldDoc {
  readonly name: string;
  readonly required: boolean;
  readonly schema: unknown;
  readonly says?: string;
}

/** What the API reference says of one route. */
export interface RouteDoc {
  readonly id: string;
  readonly tag: string;
  readonly does: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** With names in braces, from the root of the server. */
  readonly path: string;
  /** It may be called by anybody. */
  readonly isPublic?: boolean;
  readonly params: readonly FieldDoc[];
  readonly query: readonly FieldDoc[];
  readonly headers: readonly FieldDoc[];
  readonly body?: unknown;
  readonly bodyType?: string;
  readonly answer: { readonly status: number; readonly says: string; readonly schema?: unknown; readonly type?: string };
  readonly errors: readonly number[];
}

/** The names in braces of a path, in order. */
export const namesIn = (path: string): string[] => Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name!);

/** The same path as Fastify writes it. */
export const asRoute = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** A schema as JSON Schema. References say which collection they are of. */
export function jsonSchema(schema: z.core.$ZodType): Record<string, unknown> {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema: made }) => {
      if (typeof made['ref'] !== 'string') return;
      made.description = `Id${NAMED[made['ref']] ?? ''} of one of the workspace's records: ${made['ref']}.`;
      delete made['ref'];
    },
  });
  return made;
}

const NAMED: Readonly<Record<string, string>> = { item: ' or key', product: ' or key' };

/** The fields of an object's schema, those in `only` or those that are not in `but`. */
export function fieldDocs(schema: z.core.$ZodType, { only, but = [] }: { only?: readonly string[]; but?: readonly string[] }): FieldDoc[] {
  const shape = shapeOf(schema);
  return Object.entries(shape)
    .filter(([name]) => (only ? only.includes(name) : !but.includes(name)))
    .map(([name, field]) => ({ name, required: only !== undefined || !z.safeParse(field, undefined).success, schema: jsonSchema(field) }));
}

/** The schema of a body: an object's without the fields that the path gives. */
export function bodySchema(schema: z.core.$ZodType, but: readonly string[]): Record<string, unknown> {
  const whole = jsonSchema(schema);
  const properties = Object.fromEntries(Object.entries((whole['properties'] ?? {}) as Record<string, unknown>).filter(([name]) => !but.includes(name)));
  const required = ((whole['required'] ?? []) as string[]).filter((name) => !but.includes(name));
  const { required: _, ...rest } = whole;
  return { ...rest, properties, ...(required.length > 0 ? { required } : {}) };
}

/** Where every route of a workspace begins. */
export const WORKSPACE = '/api/v1/workspaces/{workspace}';

export const workspaceParam: FieldDoc = { name: 'workspace', required: true, schema: { type: 'string' }, says: 'Slug or id of the workspace.' };

export const idempotencyKey: FieldDoc = {
  name: 'Idempotency-Key',
  required: false,
  schema: { type: 'string', maxLength: 200 },
  says: 'Makes the call safe to repeat: the same key with the same body gives the same answer, with another body 422. A UUIDv7 becomes the id of the mutation.',
};

export const ifMatch: FieldDoc = {
  name: 'If-Match',
  required: false,
  schema: { type: 'string' },
  says: 'The `ETag` of the record that the path names last; 412 when it has changed since.',
};
