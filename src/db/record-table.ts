import { collections } from '../domain/collections.ts';
import type { Entity, Value } from '../domain/kernel/change.ts';
import { fieldsOf, type Collection } from '../domain/kernel/field.ts';
import { model } from '../domain/model.ts';
import { formOf, READ, TYPE, WRITE } from './column.ts';
import type { Row, Table } from './steps.ts';

/** The table of a collection, made from its field descriptions: one column a field. Sets and structured values are JSON text. */
export interface RecordTable extends Table {
  readonly collection: Collection;
  /** Column and type in the portable subset: `text`, `integer`, `double precision`. */
  readonly types: readonly (readonly [column: string, type: 'text' | 'integer' | 'double precision'])[];
  /** Columns in which no two records of a workspace are alike; null: there is no such rule. */
  readonly rank: readonly string[] | null;
  /** Columns that are searched over all workspaces for what is due. */
  readonly awaited: readonly string[];
  rowOf(workspace: string, record: Entity): Row;
  /** Back from a row without its workspace. `same` gives one string for equal ones, so that an id is kept in memory once. */
  recordOf(row: Row, same: (text: string) => string): Entity;
}

/** Every collection that is kept; what exists in views only has no table. */
export const recordTables: readonly RecordTable[] = Object.values<Collection>(collections)
  .filter(({ name }) => name !== collections.occupied.name && name !== collections.away.name)
  .map(tableOf);

const byCollection: ReadonlyMap<string, RecordTable> = new Map(recordTables.map((table) => [table.collection.name, table]));

export function recordTable(collection: string): RecordTable {
  const table = byCollection.get(collection);
  if (!table) throw new Error(`records of ${collection} are not kept`);
  return table;
}

/** What a table looks like, as text: when it changes, the table is made again from the log. */
export const fingerprintOf = ({ types, rank, awaited }: RecordTable): string => JSON.stringify({ types, rank, awaited });

/** `sourceRecord` is kept in `source_record`, `dueOn` in `due_on`. */
function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function tableOf(collection: Collection): RecordTable {
  const fields = fieldsOf(collection);
  const known = new Set(['id', 'version', 'touchedAt', ...fields.map(([name]) => name)]);
  const written = fields.map(([name, field]) => [name, WRITE[formOf(field)]] as const);
  // Parsed, so that all records share one shape with room for every field: grown field by field they take six times the memory.
  const blank = JSON.parse(`{${[...known].map((name) => `"${name}":null`).join()}}`) as Record<string, null>;
  const read = fields.map(([name, field]) => [name, READ[formOf(field)]] as const);
  return {
    name: snake(collection.name),
    collection,
    columns: ['workspace', 'id', 'version', 'touched_at', ...fields.map(([name]) => snake(name))],
    keys: ['workspace', 'id'],
    types: fields.map(([name, field]) => [snake(name), TYPE[formOf(field)]]),
    rank: model.ranking.in === collection.name ? ['workspace', 'product', 'rank'] : null,
    awaited: fields.flatMap(([name, field]) => (field.awaited ? [snake(name)] : [])),
    rowOf(workspace, record) {
      const values = record as unknown as Record<string, Value>;
      for (const name in values)
        if (!known.has(name)) throw new Error(`${collection.name} ${record.id}: the field ${name} is not described, so it would be lost`);
      const row: unknown[] = [workspace, record.id, record.version, record.touchedAt];
      for (const [name, write] of written) row.push(write(values[name] ?? null));
      return row;
    },
    recordOf(row, same) {
      const record: Record<string, unknown> = { ...blank, id: row[0], version: row[1], touchedAt: same(row[2] as string) };
      for (let at = 0; at < read.length; at++) {
        const [name, readOne] = read[at]!;
        record[name] = readOne(row[at + 3], same);
      }
      return record as unknown as Entity;
    },
  };
}
