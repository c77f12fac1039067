import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImportRun } from '../../domain/import/import-run.ts';
import type { Kept } from '../../domain/kernel/draft.ts';
import type { Mapping } from '../../io/mapping.ts';
import type { Problem } from '../../io/problem.ts';
import type { Recognition, Unreadable } from '../../io/recognise.ts';
import { DATE_ORDERS, type DateOrder } from '../../io/values/date.ts';
import { needed, one, onlyNames, WrongUse, type Arguments } from '../arguments.ts';
import type { Command, Terminal } from '../command.ts';
import { callServer, CallFailed, sendFile, workspaceOf } from '../server-call.ts';

/** Asked so often how far it is. */
const EVERY_MS = 500;

interface Preview {
  readonly counts: { readonly make: number; readonly change: number; readonly keep: number; readonly skipped: number };
  readonly problems: readonly Problem[];
}
interface Report {
  readonly import: ImportRun | null;
  readonly isRunning: boolean;
  readonly problems: readonly Problem[];
  readonly kept: readonly Kept[];
}

export const importCommand: Command = {
  name: 'import',
  does: 'Take a CSV file of Jira or any other tool into a product. Brought again, nothing is made twice and what was edited here stays.',
  usage: () => '<file> --product … [--date-order …] [--dry-run] [--all-or-nothing]',
  options: () => [
    '--product  key or id of the product',
    `--date-order  ${DATE_ORDERS.join(' | ')}: which number comes first in dates such as 3/4/2026; needed where the file leaves it open`,
    '--dry-run  only say what would become of it',
    '--all-or-nothing  take nothing if any row or cell can’t be taken; without it everything else is',
    '--workspace  slug of the workspace; needed where there are several',
  ],
  async run(args, terminal) {
    onlyNames(args, ['product', 'dateOrder', 'dryRun', 'allOrNothing', 'workspace']);
    const [file, more] = args.words;
    if (file === undefined) throw new WrongUse('Name the file to import.');
    if (more !== undefined) throw new WrongUse(`What is ${more}?`);
    const product = needed(args, 'product');
    const order = dateOrder(args);
    const bytes = await contentOf(file);
    const base = `/api/v1/workspaces/${encodeURIComponent(await workspaceOf(terminal.config, one(args, 'workspace')))}`;
    const brought = (await sendFile(terminal.config, { path: `${base}/import-files?name=${encodeURIComponent(path.basename(file))}`, bytes })) as {
      file: string;
      recognition: Recognition | Unreadable;
    };
    const mapping = mappingOf(brought.recognition, order);
    const asked = { path: `${base}/import-files/${brought.file}`, body: { mapping, product } };
    if (args.named['dryRun'] !== undefined) return dryRun(terminal, asked);
    if (args.named['allOrNothing'] !== undefined) await refuseLoss(terminal, asked);
    const { data } = (await callServer(terminal.config, { method: 'POST', path: `${asked.path}/import`, body: asked.body })) as { data: { id: string }[] };
    for (const { id } of data) await follow(terminal, `${base}/imports/${id}/report`);
  },
};

function dateOrder(args: Arguments): DateOrder | null {
  const given = one(args, 'dateOrder') ?? null;
  const known = DATE_ORDERS.find((order) => order === given);
  if (given !== null && !known) throw new WrongUse(`--date-order is one of ${DATE_ORDERS.join(', ')}.`);
  return known ?? null;
}

async function contentOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new WrongUse(`The file ${file} can not be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`, { cause: error });
  }
}

/** As the file was recognised, all of it into one product. What only a person can say must have been said. */
function mappingOf(found: Recognition | Unreadable, order: DateOrder | null): Mapping {
  if (!found.isReadable) throw new CallFailed(found.problems.map(({ message }) => message).join(' '), 1);
  const open = found.questions.find(({ about }) => about === 'title' || (about === 'date-order' && order === null));
  if (open) throw new CallFailed(open.about === 'date-order' ? `${open.message} Say it with --date-order.` : open.message, 1);
  return { ...found.mapping, dateOrder: order ?? found.mapping.dateOrder, projects: [] };
}

interface Asked {
  readonly path: string;
  readonly body: unknown;
}

const previewOf = async ({ config }: Terminal, { path: at, body }: Asked): Promise<Preview> =>
  (await callServer(config, { method: 'POST', path: `${at}/preview`, body })) as Preview;

/** Nothing is taken where not all of it can be. */
async function refuseLoss(terminal: Terminal, asked: Asked): Promise<void> {
  const { problems } = await previewOf(terminal, asked);
  const lost = problems.filter(({ loses }) => loses !== 'nothing');
  if (lost.length === 0) return;
  printProblems(terminal.print, lost);
  throw new CallFailed('Not all of the file can be taken, so nothing was. Without --all-or-nothing everything else is taken.', 1);
}

async function dryRun(terminal: Terminal, asked: Asked): Promise<void> {
  const { print } = terminal;
  const { counts, problems } = await previewOf(terminal, asked);
  printProblems(print, problems);
  print(
    `${counts.make} would be made, ${counts.change} changed, ${counts.keep} are as they were, ${counts.skipped} rows would be left out. Nothing was taken.`,
  );
}

/** Says how far it is until it has ended, then what was not taken and what came of it. */
async function follow({ config, print }: Terminal, at: string): Promise<void> {
  for (let said = -1; ;) {
    const { import: run, isRunning, problems, kept } = (await callServer(config, { method: 'GET', path: at })) as Report;
    if (run && isRunning && run.done !== said) print(`${run.done} of ${run.rows} rows`);
    said = run?.done ?? said;
    if (!isRunning) return ended({ run, problems, kept }, print);
    await pause(EVERY_MS);
  }
}

function ended({ run, problems, kept }: { run: ImportRun | null; problems: readonly Problem[]; kept: readonly Kept[] }, print: (line: string) => void): void {
  if (run?.state === 'running') throw new CallFailed(`The import stopped at row ${run.done} of ${run.rows}: go on with it, or take it back, on its page.`, 1);
  if (run?.state !== 'done') throw new CallFailed('The import was taken back.', 1);
  printProblems(print, problems);
  for (const { id, field } of kept) print(`Left as it is here: ${field} of ${id}.`);
  const { made, updated, unchanged, skipped } = run;
  print(`${run.file} is in: ${made} made, ${updated} changed, ${unchanged} as they were, ${skipped} rows left out.`);
  if (made + updated + unchanged === 0) throw new CallFailed('Nothing of the file was taken.', 1);
}

const printProblems = (print: (line: string) => void, problems: readonly Problem[]): void => {
  for (const { message } of problems) print(message);
};
