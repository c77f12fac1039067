import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Store } from '../../db/store.ts';
import type { Collections } from '../../domain/collections.ts';
import { knownItem } from '../../domain/import/import-rows.ts';
import { isAsReadBefore } from '../../domain/import/import-again.ts';
import type { ImportRelation, ImportRow } from '../../domain/import/import-row.ts';
import { startImport } from '../../domain/import/start-import.ts';
import { idFrom } from '../../domain/kernel/ids.ts';
import type { Workspace } from '../../domain/kernel/workspace.ts';
import { model } from '../../domain/model.ts';
import { createProduct } from '../../domain/product/create-product.ts';
import type { Mapping } from '../../io/mapping.ts';
import { isFatal, type Problem } from '../../io/problem.ts';
import type { ReadFile } from '../../io/read-rows.ts';
import { acrossProducts } from '../../io/relations/across-products.ts';
import type { SourceItem } from '../../io/source-row.ts';
import type { ToImport } from '../../io/to-import.ts';
import { atTheDoor } from '../edge/door.ts';
import { invalid, notFound } from '../edge/problem.ts';
import type { ImportFile, ImportFiles } from './import-files.ts';
import { command, newMutation, type Importing, type ImportJobs, type Job } from './import-jobs.ts';
import type { LastReading } from './last-reading.ts';

interface Asked {
  readonly file: ImportFile & { readonly bytes: Uint8Array };
  readonly mapping: Mapping;
  /** Id or key of the product for rows without one of their own. */
  readonly product: string | null;
  readonly readings: LastReading;
}

/** The rows of one product, and what that product is. */
interface Part {
  readonly product: { readonly key: string; readonly name: string };
  readonly items: readonly SourceItem[];
}

/** How many rows of a preview are looked up between two pauses. */
const TOGETHER = 500;
const SHOWN = 20;

/** What an import would do. Nothing is written. */
export async function previewImport({ file, mapping, product, readings }: Asked, by: Importing): Promise<unknown> {
  const { read, given } = await readings.look(file, mapping);
  const counts = { make: 0, change: 0, keep: 0 };
  const parts = await by.host.read((workspace) => partsOf(workspace, { read, mapping, product }));
  for (const part of parts) {
    const rows = ofPart(part, { all: given.rows, isOnly: parts.length === 1 });
    for (let start = 0; start < rows.length; start += TOGETHER) {
      const found = await by.host.read((workspace) => countRows(workspace, part.product.key, rows.slice(start, start + TOGETHER)));
      counts.make += found.make;
      counts.change += found.change;
      counts.keep += found.keep;
      await othersTurn();
    }
  }
  return {
    counts: { ...read.counts, ...counts },
    states: read.states,
    rankFrom: read.rankFrom,
    products: parts.map(({ product: to, items }) => ({ ...to, rows: items.length })),
    first: read.items.slice(0, SHOWN),
    problems: [...read.problems, ...given.problems, ...tiesOf(parts, given).problems],
  };
}

/** Begins one import for each product that rows go to, making the products that are not there yet. */
export async function beginImport(
  { file, mapping, product, readings, jobs }: Asked & { readonly jobs: ImportJobs },
  by: Importing,
): Promise<{ id: string; product: string }[]> {
  const { read, given } = await readings.take(file, mapping);
  const fatal = read.problems.filter(isFatal);
  if (fatal.length > 0) throw invalid(fatal.map(({ message }) => ({ path: 'file', message })));
  const parts = await by.host.read((workspace) => partsOf(workspace, { read, mapping, product }));
  // Before anything is made: a key that a product can't have stops all of it.
  for (const { product: to } of parts) atTheDoor(createProduct.input, to);
  const products: string[] = [];
  for (const part of parts) products.push(await productFor(part, by));
  const whole = { read, given, ...tiesOf(parts, given), products, awaited: new Set(products), isOnly: parts.length === 1 };
  const runs: { id: string; product: string }[] = [];
  try {
    for (const [at, part] of parts.entries()) runs.push(await beginPart({ part, product: products[at]!, whole, file, jobs }, by));
  } finally {
    // Those that have begun do not wait for one that could not.
    if (runs.length < parts.length) whole.awaited.clear();
  }
  return runs;
}

/** A file as it is taken in: what was read, its ties, and all products that it goes to. */
interface Whole {
  readonly read: ReadFile;
  readonly given: ToImport;
  readonly relations: readonly ImportRelation[];
  /** Ties that can't be as the file has them, because they lead into another product. */
  readonly problems: readonly Problem[];
  readonly products: readonly string[];
  readonly awaited: Set<string>;
  readonly isOnly: boolean;
}

interface Beginning {
  readonly part: Part;
  readonly product: string;
  readonly whole: Whole;
  readonly file: ImportFile;
  readonly jobs: ImportJobs;
}

/** Begins one. States that are made belong to it and are taken back with it; a product that was made stays, as it has given numbers. */
async function beginPart({ part, product, whole, file, jobs }: Beginning, by: Importing): Promise<{ id: string; product: string }> {
  const mutation = newMutation();
  const run = idFrom(mutation, 1); // the first record that `startImport` makes
  const ours = sharesOf(part, { product, whole });
  const used = new Set(part.items.map(({ state }) => state?.name));
  const states = whole.read.states.filter(({ name }) => used.has(name)).map(({ name, group }) => ({ name, group }));
  const input = { product, file: file.name, hash: file.hash, rows: Math.max(1, ours.rows.length), states, highestNumber: highestNumber(part) };
  await command(by, { verb: startImport, input, act: run, mutation });
  await jobs.start({ ...by, run, file: file.id, ...ours });
  return { id: run, product };
}

/** What of a file goes into one product. Rows that were left out belong to no product: where there are several, no import counts them. */
function sharesOf(part: Part, { product, whole }: { product: string; whole: Whole }): Omit<Job, keyof Importing | 'run' | 'file'> {
  const { read, given, relations, problems, products, awaited, isOnly } = whole;
  return {
    product,
    rows: ofPart(part, { all: given.rows, isOnly }),
    relations: ofPart(part, { all: relations, isOnly }),
    beside: products,
    awaited,
    skipped: isOnly ? read.counts.skipped + given.problems.length : 0,
    problems: [...read.problems, ...given.problems, ...problems],
  };
}

/** The ties between a file's rows, as they can be in the products that they go to. */
function tiesOf(parts: readonly Part[], { relations }: ToImport): Pick<Whole, 'relations' | 'problems'> {
  if (parts.length === 1) return { relations, problems: [] };
  const goings = new Map(
    parts.flatMap(({ product, items }) => items.map(({ source, row, key, title }) => [source, { row, key, title, product: product.key }])),
  );
  return acrossProducts(relations, (source) => goings.get(source));
}

/** What is said of a part's items; where there is no other part, that is all of it. */
function ofPart<T extends { readonly source: string }>({ items }: Part, { all, isOnly }: { all: readonly T[]; isOnly: boolean }): readonly T[] {
  if (isOnly) return all;
  const sources = new Set(items.map(({ source }) => source));
  return all.filter(({ source }) => sources.has(source));
}

/** Goes on with an import that was stopped, and with those of the same file into other products: it is read again, and the rows that are in are passed over. */
export async function continueImport(
  { run, files, readings, jobs, store }: { run: string; files: ImportFiles; readings: LastReading; jobs: ImportJobs; store: Store },
  by: Importing,
): Promise<{ id: string; product: string }[]> {
  if (jobs.isRunning(run)) return [];
  const stopped = await stoppedWith(run, { jobs, store }, by);
  const { file: id } = stopped.find((one) => one.id === run) ?? {};
  if (!id) throw notFound();
  const file = await files.read({ workspace: by.workspace, member: by.member, id });
  const { mapping, product } = JSON.parse(file.mapping ?? '{}') as { mapping: Mapping; product: string | null }; // written when it began
  const { read, given } = await readings.take(file, mapping);
  const parts = await by.host.read((workspace) => partsOf(workspace, { read, mapping, product }));
  const products = await by.host.read((workspace) => parts.map(({ product: { key } }) => model.resolve(workspace, 'product', key)));
  const there = products.filter((one) => one !== undefined);
  const awaited = new Set(stopped.map((one) => one.product));
  const whole = { read, given, ...tiesOf(parts, given), products: there, awaited, isOnly: parts.length === 1 };
  for (const one of stopped) {
    const part = parts[products.indexOf(one.product)];
    if (!part) throw notFound();
    await jobs.start({ ...by, run: one.id, file: file.id, ...sharesOf(part, { product: one.product, whole }) });
  }
  return stopped.map((one) => ({ id: one.id, product: one.product }));
}

/** The imports of the same file that were stopped, this one among them. */
async function stoppedWith(
  run: string,
  { jobs, store }: { jobs: ImportJobs; store: Store },
  by: Importing,
): Promise<{ id: string; product: string; file: string }[]> {
  const reports = store.db.selectFrom('import_reports').select(['import', 'file']).where('workspace', '=', by.workspace);
  const own = await reports.where('import', '=', run).executeTakeFirst();
  const file = own?.file;
  if (!file) return [];
  const all = await reports.where('file', '=', file).execute();
  return by.host.read((workspace) =>
    all.flatMap(({ import: id }) => {
      const record = workspace.find('import', id);
      return record?.state === 'running' && !jobs.isRunning(id) ? [{ id, product: record.product, file }] : [];
    }),
  );
}

/** The file's rows by the product that they go to: their project's in the mapping, else the one that was named. */
function partsOf(workspace: Workspace<Collections>, { read, mapping, product }: { read: ReadFile; mapping: Mapping; product: string | null }): Part[] {
  const named = product === null ? undefined : model.resolve(workspace, 'product', product);
  const fallback = named === undefined ? null : workspace.get('product', named);
  if (product !== null && !fallback) throw invalid([{ path: 'product', message: 'there is no such product' }]);
  const parts = new Map<string, { product: Part['product']; items: SourceItem[] }>();
  for (const item of read.items) {
    const to = productIn(mapping, item) ?? fallback;
    if (!to) throw invalid([{ path: 'product', message: 'say into which product the rows go' }]);
    const part = parts.get(to.key) ?? { product: { key: to.key, name: to.name }, items: [] };
    part.items.push(item);
    parts.set(to.key, part);
  }
  return [...parts.values()];
}

function productIn({ projects }: Mapping, { project }: SourceItem): { key: string; name: string } | null {
  const known = projects.find(({ key, name }) => (key === null && project?.key == null ? name === (project?.name ?? null) : key === (project?.key ?? null)));
  return known?.product ?? null;
}

async function productFor({ product }: Part, by: Importing): Promise<string> {
  const known = await by.host.read((workspace) => model.resolve(workspace, 'product', product.key));
  if (known !== undefined) return known;
  await command(by, { verb: createProduct, input: createProduct.input.parse(product) });
  return by.host.read((workspace) => model.resolve(workspace, 'product', product.key)!); // it was just made
}

function countRows(workspace: Workspace<Collections>, productKey: string, rows: readonly ImportRow[]): { make: number; change: number; keep: number } {
  const product = model.resolve(workspace, 'product', productKey);
  const counts = { make: 0, change: 0, keep: 0 };
  for (const row of rows) {
    const known = product === undefined ? undefined : knownItem(workspace, product, row.source);
    if (!known) counts.make++;
    else if (isAsReadBefore(workspace, known, row)) counts.keep++;
    else counts.change++;
  }
  return counts;
}

/** The highest number among the file's own keys of the product. */
function highestNumber({ product, items }: Part): number {
  const prefix = `${product.key}-`;
  return items.reduce((most, { key }) => {
    const number = key?.toUpperCase().startsWith(prefix) ? Number(key.slice(prefix.length)) : 0;
    return Number.isInteger(number) && number < 1_000_000_000 ? Math.max(most, number) : most;
  }, 0);
}
