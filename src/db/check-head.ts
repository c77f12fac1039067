import { idOf, same, type Entity, type Fields } from '../domain/kernel/change.ts';
import type { Entry } from '../domain/kernel/entry.ts';
import { quoted } from './dialect.ts';
import type { Asking, Engine } from './engine.ts';
import { entryOfRow, someEntries } from './entry-row.ts';
import { recordTable } from './record-table.ts';
import { StoreRefused } from './refused.ts';

/** How many of the newest entries are held against the rows. */
const NEWEST_ENTRIES = 20;
/** And at most this many records of them, so that a start after a large import is no slower. */
const MOST_RECORDS = 500;

/**
 * Refuses data whose rows and log do not agree at the head: the log ends where the head says, and each record that the newest entries
 * touched stands as the last of them left it. Cheap; the number of records is held against the head when a workspace is loaded.
 */
export async function checkHeads(engine: Engine): Promise<void> {
  await engine.snapshot(async (ask) => {
    const heads = await ask(
      'select h.workspace, h.seq, (select max(e.seq) from entries e where e.workspace = h.workspace) from heads h order by h.workspace',
      [],
    );
    for (const [workspace, seq, newest] of heads as [string, number, number | null][]) {
      if (seq !== (newest ?? 0)) throw disagree(workspace, `the log ends at ${newest ?? 0} and the rows at ${seq}`);
      const wrong = await wrongRecord(ask, workspace, seq);
      if (wrong) throw disagree(workspace, wrong);
    }
  });
}

const disagree = (workspace: string, how: string): StoreRefused =>
  new StoreRefused(`The rows of workspace ${workspace} do not agree with its log: ${how}. Run \`npx cutline rebuild\`.`);

async function wrongRecord(ask: Asking, workspace: string, seq: number): Promise<string | undefined> {
  const seen = new Set<string>();
  // Newest first and one by one: after a large import the last entry says enough, and reading twenty such would be slow.
  for (let at = seq; at > Math.max(0, seq - NEWEST_ENTRIES) && seen.size < MOST_RECORDS; at--) {
    const [row] = await ask(someEntries(1), [workspace, at]);
    if (!row) return `entry ${at} is missing`;
    const entry = entryOfRow(row);
    for (const change of entry.changes.toReversed()) {
      const name = `${change.in}/${idOf(change)}`;
      if (seen.has(name) || seen.size === MOST_RECORDS) continue;
      seen.add(name);
      const record = await recordFrom(ask, { workspace, collection: change.in, id: idOf(change) });
      if (!isAsLeft(record, entry, change)) return `${change.in} ${idOf(change)} is not as entry ${entry.seq} left it`;
    }
  }
  return undefined;
}

async function recordFrom(ask: Asking, { workspace, collection, id }: { workspace: string; collection: string; id: string }): Promise<Entity | undefined> {
  const table = recordTable(collection);
  const [row] = await ask(`select ${quoted(table.columns.slice(1))} from "${table.name}" where workspace = ? and id = ?`, [workspace, id]);
  return row && table.recordOf(row, (text) => text);
}

function isAsLeft(record: Entity | undefined, entry: Entry, change: Entry['changes'][number]): boolean {
  if (change.op === 'remove') return record === undefined;
  if (!record || record.version !== entry.seq) return false;
  const left = change.op === 'create' ? (change.record as unknown as Fields) : change.to;
  return Object.entries(left).every(([field, value]) => field === 'version' || field === 'touchedAt' || same((record as unknown as Fields)[field], value));
}
