import { setImmediate as turn } from 'node:timers/promises';
import type { Collections } from '../domain/collections.ts';
import { byCodeUnit, type Entity } from '../domain/kernel/change.ts';
import { sorted } from '../domain/kernel/pausing.ts';
import type { Workspace } from '../domain/kernel/workspace.ts';
import { emptyWorkspace, model } from '../domain/model.ts';
import { quoted } from './dialect.ts';
import type { Asking, Engine } from './engine.ts';
import { inSlices } from './in-slices.ts';
import { recordTables, type RecordTable } from './record-table.ts';
import { NEWER } from './migrate.ts';
import { NoWorkspace, StoreRefused } from './refused.ts';

/** A workspace in memory and the entry after which it stands. It holds what is durable and nothing else. */
export interface Loaded {
  readonly workspace: Workspace<Collections>;
  seq: number;
  at: string;
}

/** Rows are taken in pieces, so that others get their turn in between. */
const PIECE = 2000;

/** Reads a workspace from its rows. Throws {@link StoreRefused} when their number is not what the log says. */
export async function load(engine: Engine, id: string): Promise<Loaded> {
  return engine.snapshot(async (ask) => {
    const [head] = await ask('select seq, at, model, records from heads where workspace = ?', [id]);
    if (!head) throw new NoWorkspace(id);
    const [seq, at, version, count] = head as [number, string, number, number];
    if (version > model.version) throw new StoreRefused(NEWER);
    const records: Record<string, Entity[]> = {};
    for (const table of recordTables) records[table.collection.name] = await readAll(ask, table, id);
    const found = Object.values(records).reduce((sum, some) => sum + some.length, 0);
    if (found !== count)
      throw new StoreRefused(`The rows of workspace ${id} do not agree with its log: ${found} records, not ${count}. Run \`npx cutline rebuild\`.`);
    const workspace = emptyWorkspace();
    await inSlices(workspace.loading(records));
    return { workspace, seq, at };
  });
}

async function readAll(ask: Asking, table: RecordTable, workspace: string): Promise<Entity[]> {
  const columns = quoted(table.columns.slice(1));
  const sql = `select ${columns} from "${table.name}" where workspace = ? and id > ? order by id limit ${PIECE}`;
  const strings = new Map<string, string>();
  const records: Entity[] = [];
  for (let last = ''; ;) {
    const rows = await ask(sql, [workspace, last]);
    for (const row of rows) records.push(table.recordOf(row, same));
    if (rows.length < PIECE) break;
    last = records.at(-1)!.id;
    await turn();
  }
  // In the order that most indexes want, so that each finds them sorted already.
  return table.rank ? inSlices(sorted(records, (a, b) => byCodeUnit((a as Ranked).rank, (b as Ranked).rank))) : records;
  function same(text: string): string {
    const known = strings.get(text);
    if (known === undefined) strings.set(text, text);
    return known ?? text;
  }
}

type Ranked = Entity & { readonly rank: string };
