import type { Engine } from './engine.ts';
import { recordTables } from './record-table.ts';
import { NoWorkspace } from './refused.ts';
import { ask, type Steps } from './steps.ts';

/** Everything of a workspace, its own row first: the log lets itself be deleted only when its workspace is gone. */
const TABLES = [
  'entries',
  'facts',
  'subjects',
  'texts',
  'mutations',
  'tokens',
  'invitations',
  'notes_links',
  'import_files',
  'import_chunks',
  'import_reports',
  'heads',
  ...recordTables.map(({ name }) => name),
];

/** Removes the example with its log, in one step. Real data can't be removed this way. */
export function removeWorkspace(engine: Engine, id: string): Promise<void> {
  return engine.transact(function* (): Steps<void> {
    const [head] = yield* ask(`select 1 from heads where workspace = ?${engine.dialect.forUpdate}`, [id]);
    if (!head) throw new NoWorkspace(id);
    const [record] = yield* ask('select is_example from workspace where workspace = ? and id = ?', [id, id]);
    if (record?.[0] !== 1) throw new Error(`the workspace ${id} is not the example: it is not removed`);
    yield* ask('delete from workspaces where id = ?', [id]);
    for (const table of TABLES) yield* ask(`delete from "${table}" where workspace = ?`, [id]);
  });
}
