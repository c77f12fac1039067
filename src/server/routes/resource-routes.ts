import { z } from 'zod';
import { collections, type Collections, type View } from '../../domain/collections.ts';
import type { Entity } from '../../domain/kernel/change.ts';
import { fieldsOf, type Collection } from '../../domain/kernel/field.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { model } from '../../domain/model.ts';
import type { Api, Asked } from '../edge/api.ts';
import { atTheDoor } from '../edge/door.ts';
import { notFound } from '../edge/problem.ts';
import { fromTexts } from '../edge/query-input.ts';
import type { Standing } from '../edge/standing.ts';
import { tagOfShown, versionsIn } from '../edge/version-tag.ts';
import { fieldDocs } from '../openapi/route-doc.ts';
import { presentRecord, type Presented } from '../present.ts';
import { pageOf } from './page.ts';

type Name = keyof Collections;

/** Two routes for every collection that has a name in addresses: its list and each record. */
export function resourceRoutes(api: Api): void {
  for (const collection of Object.values<Collection>(collections)) {
    if (collection.resource === null || collection.serverOnly) continue;
    const query = querySchema(collection);
    const name = collection.name as Name;
    api.forMembers(
      {
        id: `list-${collection.resource}`,
        tag: collection.resource,
        does: `The ${collection.resource} of the workspace, as far as the caller may see them.`,
        method: 'GET',
        path: `/${collection.resource}`,
        query: fieldDocs(query, {}),
        answer: { status: 200, says: 'A page of them; `next` is the cursor of the page after it, null on the last.', schema: LIST },
      },
      ({ request, at }) => {
        const asked = atTheDoor(query, fromTexts(query, request.query as object as Record<string, unknown>));
        return at.look((view) => listOf(view, collection, asked));
      },
    );
    api.forMembers(
      {
        id: `get-${name}`,
        tag: collection.resource,
        does: `One of the workspace's ${collection.resource}.`,
        method: 'GET',
        path: `/${collection.resource}/{id}`,
        params: [{ name: 'id', required: true, schema: { type: 'string' }, says: name === 'item' || name === 'product' ? 'Its id or key.' : 'Its id.' }],
        answer: { status: 200, says: 'The record, with its version and what is shown of it as `ETag`.', schema: { type: 'object' } },
      },
      ({ request, reply, at }) => one(name, { request, reply }, at),
    );
  }
}

const LIST = {
  type: 'object',
  required: ['data', 'next'],
  properties: { data: { type: 'array', items: { type: 'object' } }, next: { type: ['string', 'null'] } },
};

/** Which records: those that refer to one, or are of a kind; and which page of them. */
function querySchema(collection: Collection): z.ZodType<Query> {
  const filters = fieldsOf(collection).flatMap(([name, field]) =>
    field.kind === 'ref' || field.kind === 'choice' ? [[name, z.string().min(1).max(64).optional()] as const] : [],
  );
  return z.strictObject({
    limit: z.int().min(1).max(500).default(100),
    cursor: z.string().max(400).optional(),
    ...Object.fromEntries(filters),
  }) as unknown as z.ZodType<Query>; // the filters are texts, as Query says
}

interface Query {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly [filter: string]: string | number | undefined;
}

function listOf(view: View, collection: Collection, { limit, cursor, ...filters }: Query): { data: Presented[]; next: string | null } {
  const name = collection.name as Name;
  const wanted = fieldsOf(collection).flatMap(([field, kept]) => {
    const value = filters[field];
    if (typeof value !== 'string') return [];
    if (kept.kind !== 'ref') return [{ field, value, by: undefined }];
    const id = model.resolve(view, kept.to, value);
    if (id === undefined) throw new Refusal({ code: 'not-there', collection: kept.to, id: value });
    return [{ field, value: id, by: kept.by }];
  });
  const matches = (record: Entity): boolean => wanted.every(({ field, value }) => (record as unknown as Record<string, unknown>)[field] === value);
  const { records, next } = pageOf(view, { collection: name, group: wanted.find(({ by }) => by !== undefined), matches }, { limit, cursor });
  return { data: records.map((record) => presentRecord(view, name, record as Collections[typeof name])), next };
}

async function one(name: Name, { request, reply }: Asked, at: Standing): Promise<unknown> {
  const { id: given } = request.params as { id: string };
  const found = await at.look((view) => {
    const id = model.resolve(view, name, given);
    const record = id === undefined ? undefined : view.find(name, id);
    if (!record) return null;
    const presented = presentRecord(view, name, record);
    return { tag: tagOfShown(record, presented), presented };
  });
  if (!found) throw notFound();
  void reply.header('etag', found.tag).header('cache-control', 'private, no-cache');
  const known = request.headers['if-none-match'];
  if (known !== undefined && versionsIn(known).includes(found.tag)) return reply.status(304).send();
  return name === 'item' ? withDescription(found.presented, at) : found.presented;
}

/** The text itself, which records only point at. */
async function withDescription(item: Presented, at: Standing): Promise<Presented> {
  const version = item['descriptionVersion'];
  if (typeof version !== 'string') return { ...item, description: null };
  const text = await at.host.text(version);
  if (text?.owner.id !== item.id) throw new Error(`the text ${version} of item ${item.id} is missing`);
  return { ...item, description: text.body };
}
