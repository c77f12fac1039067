import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import type { Answer, Host } from '../../db/host.ts';
import type { Store } from '../../db/store.ts';
import type { Collections } from '../../domain/collections.ts';
import type { Kept } from '../../domain/kernel/draft.ts';
import { freshId } from '../../db/fresh-id.ts';
import type { Access } from '../../domain/kernel/model.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Verb } from '../../domain/kernel/verb.ts';
import type { Readable } from '../../domain/kernel/workspace.ts';
import { removeLink } from '../../domain/dependency/create-link.ts';
import { linksAcross } from '../../domain/dependency/link-rules.ts';
import { undoEntry } from '../../domain/history/undo-entry.ts';
import { endImport } from '../../domain/import/end-import.ts';
import type { ImportRelation, ImportRow } from '../../domain/import/import-row.ts';
import { importRelations } from '../../domain/import/import-relations.ts';
import { importRows } from '../../domain/import/import-rows.ts';
import type { Problem } from '../../io/problem.ts';

/** So many rows go into one entry: few enough that nobody else's command waits long behind them. */
const ROWS_TOGETHER = 100;
const RELATIONS_TOGETHER = 200;
/** How often it is looked whether the imports of the same file into other products have come as far. */
const WAIT_MS = 10;

/** Who imports, and where. */
export interface Importing {
  readonly host: Host;
  readonly workspace: string;
  readonly member: string;
  readonly access: (workspace: Readable<Collections>) => Access | null;
}

/** What is taken into one product. */
export interface Job extends Importing {
  /** The import's record, which is also the act of its entries. */
  readonly run: string;
  readonly file: string;
  readonly rows: readonly ImportRow[];
  readonly relations: readonly ImportRelation[];
  readonly product: string;
  /** All products that the same file goes to: links may lead from one into another. */
  readonly beside: readonly string[];
  /** Of those the ones whose rows are not in yet, shared by their imports: ties are made once there is none. */
  readonly awaited: Set<string>;
  /** Rows that the file itself did not give. */
  readonly skipped: number;
  readonly problems: readonly Problem[];
}

interface Running {
  isCancelled: boolean;
  ended: Promise<void>;
}

/** Imports that run on this node, each in entries of a hundred rows between which everybody else gets their turn. */
export class ImportJobs {
  readonly #store: Store;
  readonly #running = new Map<string, Running>();
  readonly #report: (error: unknown) => void;

  constructor(store: Store, report: (error: unknown) => void) {
    this.#store = store;
    this.#report = report;
  }

  /** Whether an import runs on this node now. One that the log says is running and none runs has stopped. */
  isRunning = (run: string): boolean => this.#running.has(run);

  /** Begins, and gives back once it is known what goes on; it goes on by itself. */
  async start(job: Job): Promise<void> {
    // Kept from the beginning, so that one which is cut off knows its file and can go on.
    const kept = await this.#keptBefore(job);
    await this.#keepReport(job, kept);
    if (this.isRunning(job.run)) return;
    const running = { isCancelled: false, ended: Promise.resolve() };
    running.ended = this.#work(job, { running, kept })
      .catch(this.#report)
      .finally(() => {
        job.awaited.delete(job.product);
        this.#running.delete(job.run);
      });
    this.#running.set(job.run, running);
  }

  /** Stops it where it is; gives back once nothing of it runs any more. */
  async stop(run: string): Promise<void> {
    const running = this.#running.get(run);
    if (!running) return;
    running.isCancelled = true;
    await running.ended;
  }

  /** At a stop of the server: what runs is stopped between two entries and can be continued. */
  async stopAll(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((run) => this.stop(run)));
  }

  /** Takes an import's entries back, newest first. What others have built on stays and is named. */
  async takeBack(run: string, by: Importing): Promise<readonly Kept[]> {
    await this.stop(run);
    const entries = await this.#entriesOf(by.workspace, run);
    let kept = await undoAll(entries, by);
    // What is tied to another product by the import of that one is no work of anybody's.
    // The import's own counts are back already then.
    if (await this.#untie(kept, by)) kept = (await undoAll(entries, by)).filter((one) => one.in !== 'import');
    const isThere = await by.host.read((workspace) => workspace.find('import', run) !== undefined);
    if (isThere) await command(by, { verb: endImport, input: { import: run, as: 'taken-back', skipped: 0 } });
    return kept;
  }

  /** Removes the links that imports have made between kept items and other products; whether there were any. */
  async #untie(kept: readonly Kept[], by: Importing): Promise<boolean> {
    const items = new Set(kept.flatMap(({ in: collection, id }) => (collection === 'item' ? [id] : [])));
    const links = await by.host.read((view) => new Map([...items].flatMap((item) => linksAcross(view, item).map(({ id, version = 0 }) => [id, version]))));
    if (links.size === 0) return false;
    const entries = this.#store.db.selectFrom('entries').select('seq').where('workspace', '=', by.workspace).where('verb', '=', importRelations.name);
    const made = new Set((await entries.where('seq', 'in', [...links.values()]).execute()).map(({ seq }) => Number(seq)));
    const imported = [...links].filter(([, version]) => made.has(version));
    for (const [link] of imported) await command(by, { verb: removeLink, input: { link } });
    return imported.length > 0;
  }

  async #work(job: Job, { running, kept }: { running: Running; kept: Kept[] }): Promise<void> {
    const alreadyDone = await job.host.read((workspace) => workspace.get('import', job.run).done);
    for (const rows of together(job.rows.slice(alreadyDone), ROWS_TOGETHER)) {
      if (running.isCancelled) return;
      await this.#take(job, { verb: importRows, input: { import: job.run, rows }, kept });
    }
    job.awaited.delete(job.product);
    while (job.awaited.size > 0 && !running.isCancelled) await pause(WAIT_MS);
    for (const relations of together(job.relations, RELATIONS_TOGETHER)) {
      if (running.isCancelled) return;
      await this.#take(job, { verb: importRelations, input: { import: job.run, relations, beside: [...job.beside] }, kept });
    }
    await command(job, { verb: endImport, input: { import: job.run, as: 'done', skipped: job.skipped }, act: job.run });
  }

  /** One entry; what it leaves as it was edited here is in the report at once. */
  async #take<Given>(job: Job, { kept, ...call }: { verb: { readonly input: z.ZodType<unknown, Given> }; input: NoInfer<Given>; kept: Kept[] }): Promise<void> {
    const answer = await command(job, { ...call, act: job.run });
    if (answer.kept.length === 0) return;
    kept.push(...answer.kept);
    await this.#keepReport(job, kept);
  }

  async #keptBefore({ workspace, run }: Job): Promise<Kept[]> {
    const row = await this.#store.db
      .selectFrom('import_reports')
      .select('kept')
      .where('workspace', '=', workspace)
      .where('import', '=', run)
      .executeTakeFirst();
    return JSON.parse(row?.kept ?? '[]') as Kept[]; // written by #keepReport
  }

  async #keepReport({ workspace, run, file, problems }: Job, kept: readonly Kept[]): Promise<void> {
    const row = { workspace, import: run, file, problems: JSON.stringify(problems), kept: JSON.stringify(kept) };
    await this.#store.db
      .insertInto('import_reports')
      .values(row)
      .onConflict((conflict) => conflict.columns(['workspace', 'import']).doUpdateSet({ problems: row.problems, kept: row.kept }))
      .execute();
  }

  async #entriesOf(workspace: string, act: string): Promise<number[]> {
    const rows = await this.#store.db
      .selectFrom('entries')
      .select('seq')
      .where('workspace', '=', workspace)
      .where('act', '=', act)
      .orderBy('seq', 'desc')
      .execute();
    return rows.map(({ seq }) => Number(seq));
  }
}

/** A command of an import. */
interface ImportCommand<Given> {
  readonly verb: { readonly input: z.ZodType<unknown, Given> };
  readonly input: NoInfer<Given>;
  /** The import that it belongs to. */
  readonly act?: string;
  readonly mutation?: string;
}

/** The mutation of a command to come. */
export const newMutation = (): string => freshId();

/** One command of an import, in its turn among everybody's. */
export async function command<Given>(by: Importing, { verb, input, act, mutation = newMutation() }: ImportCommand<Given>): Promise<Answer> {
  return by.host.run({
    mutation,
    actor: by.member,
    calls: [{ verb: verb as unknown as Verb<Collections>, input }], // it is one of the import's own verbs
    act: act ?? null,
    access: by.access,
  });
}

function* together<T>(all: readonly T[], count: number): Generator<T[]> {
  for (let start = 0; start < all.length; start += count) yield all.slice(start, start + count);
}

/** Undoes entries in the order given; what was kept. */
async function undoAll(entries: readonly number[], by: Importing): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const entry of entries) {
    try {
      kept.push(...(await command(by, { verb: undoEntry, input: { entry } })).kept);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      kept.push(
        ...error.blockers.flatMap((blocker) => ('id' in blocker ? [{ in: 'in' in blocker ? blocker.in : '', id: blocker.id, field: 'id', by: null }] : [])),
      );
    }
  }
  return kept;
}
