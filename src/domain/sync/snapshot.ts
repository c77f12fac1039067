import type { Entity, Fields, Value } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { Model } from '../kernel/model.ts';
import { PAUSE_AFTER } from '../kernel/pausing.ts';
import { upgrade, type Upgrade } from '../kernel/upgrade.ts';
import type { Readable, Shape } from '../kernel/workspace.ts';
import { decodeColumn, encodeColumn, type Column } from './column.ts';

/** What a snapshot says of itself. */
export interface SnapshotHead {
  /** The model version of the records in it. */
  readonly model: number;
  readonly workspace: string;
  /** Whose view it is: an access key. */
  readonly access: string;
  /** It holds every entry up to this one. */
  readonly seq: number;
}

/** Everything that somebody sees at one moment, a column for each field, records of a ranking in their order. */
export interface Snapshot extends SnapshotHead {
  readonly tables: readonly Table[];
}

interface Table {
  readonly name: string;
  readonly length: number;
  readonly columns: { readonly [field: string]: Column };
}

/** The records of a workspace at one moment. They are immutable, so that encoding can take its time while the workspace goes on. */
export interface Captured {
  readonly name: string;
  readonly records: readonly Entity[];
}

/** Takes hold of all records that may leave the server. Quick: only references are copied. */
export function capture<S extends Shape>(model: Model<S>, workspace: Readable<S>): readonly Captured[] {
  const sent = Object.values<Collection>(model.collections).filter(({ serverOnly }) => !serverOnly);
  return sent.map(({ name }) => ({ name, records: name === model.ranking.in ? ranked(model, workspace) : [...workspace.all(name)] }));
}

function ranked<S extends Shape>({ ranking }: Model<S>, workspace: Readable<S>): Entity[] {
  const groups = new Set<string>();
  for (const record of workspace.all(ranking.in)) groups.add(ranking.group(record as never));
  const records: Entity[] = [];
  for (const group of groups) for (const record of workspace.list(ranking.index, group)) records.push(record);
  return records;
}

/** Writes a snapshot as pieces of JSON. Pauses every few milliseconds: run it to its end with {@link toEnd}, or in slices. */
export function* encodeSnapshot(head: SnapshotHead, captured: readonly Captured[]): Generator<void, string[]> {
  const { model, workspace, access, seq } = head;
  const pieces = [`{"model":${model},"workspace":${JSON.stringify(workspace)},"access":${JSON.stringify(access)},"seq":${seq},"tables":[`];
  for (const [at, { name, records }] of captured.entries()) {
    pieces.push(`${at > 0 ? ',' : ''}{"name":${JSON.stringify(name)},"length":${records.length},"columns":{`);
    for (const [n, field] of (yield* fieldsOf(records)).entries()) {
      const column = yield* encodeColumn(records as unknown as { [field: string]: Value }[], field);
      pieces.push(`${n > 0 ? ',' : ''}${JSON.stringify(field)}:`, ...(yield* writeColumn(column)));
    }
    pieces.push('}}');
  }
  pieces.push(']}');
  return pieces;
}

/** A column as JSON; long lists in parts. */
function* writeColumn(column: Column): Generator<void, string[]> {
  if (column.kind !== 'plain') {
    yield;
    return [JSON.stringify(column)];
  }
  const pieces = ['{"kind":"plain","values":['];
  for (let start = 0; start < column.values.length; start += PAUSE_AFTER) {
    yield;
    pieces.push(`${start > 0 ? ',' : ''}${JSON.stringify(column.values.slice(start, start + PAUSE_AFTER)).slice(1, -1)}`);
  }
  pieces.push(']}');
  return pieces;
}

function* fieldsOf(records: readonly Entity[]): Generator<void, string[]> {
  const fields = new Set<string>();
  for (const [place, record] of records.entries()) {
    if (place % PAUSE_AFTER === 0) yield;
    for (const field in record) fields.add(field);
  }
  return [...fields];
}

/** The records of a snapshot by collection, ready for a workspace to load. Those of an older model are brought to today's. */
export function decodeSnapshot({ tables, model: version }: Snapshot, upgrades: readonly Upgrade[]): Record<string, Entity[]> {
  return Object.fromEntries(tables.map((table) => [table.name, upgraded(table.name, decodeTable(table))]));
  function upgraded(collection: string, records: Entity[]): Entity[] {
    if (!upgrades.some(({ to }) => to > version)) return records;
    return records.map((record) => upgrade(upgrades, { collection, version, of: 'whole' }, record as unknown as Fields) as unknown as Entity);
  }
}

function decodeTable({ length, columns }: Table): Entity[] {
  const fields = Object.entries(columns).filter(([, { kind }]) => kind !== 'sparse');
  // Records of one shape from the start, copied from one that JSON made: engines copy those ten times faster than one made field by field.
  const shape = JSON.parse(JSON.stringify(Object.fromEntries(fields.map(([field]) => [field, null])))) as { [field: string]: Value };
  const records = Array.from({ length }, () => ({ ...shape }));
  for (const [field, column] of Object.entries(columns)) decodeColumn(column, field, records);
  return records as unknown as Entity[]; // what was encoded were records of this collection
}
