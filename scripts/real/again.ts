import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readRows, type ReadFile } from '../../src/io/read-rows.ts';
import { recognise } from '../../src/io/recognise.ts';
import type { RealCheck, RealFinding } from './real-check.ts';

const SNAPSHOTS = ['ticketproject-snapshot-1.csv', 'ticketproject-snapshot-2.csv', 'ticketproject-snapshot-3-current-fields.csv'];

/** Three exports of one project over six weeks: the same item has the same source in each, and columns that are missing say nothing. */
export const againChecks: readonly RealCheck[] = [{ name: 'three exports of one project', run: snapshots }];

async function snapshots(folder: string): Promise<RealFinding> {
  const [first, second, third] = await Promise.all(SNAPSHOTS.map((name) => read(path.join(folder, 'jira-csv', name))));
  const failures = [
    ...differing(first!, second!, 'the first and the second'),
    ...differing(second!, third!, 'the second and the third'),
    third!.items.some(({ cells }) => cells.sprint !== undefined || cells.description !== undefined) &&
      'the third says something of columns that it does not have',
  ].filter((failure) => failure !== false);
  const shared = (a: ReadFile, b: ReadFile): number => a.items.filter(({ source }) => b.items.some((other) => other.source === source)).length;
  return { lines: [`in both of 1 and 2: ${shared(first!, second!)}, of 2 and 3: ${shared(second!, third!)}`], failures };
}

async function read(file: string): Promise<ReadFile> {
  const bytes = await readFile(file);
  const found = recognise(bytes, path.basename(file));
  if (!found.isReadable) throw new Error(`${file} can't be read`);
  return readRows(bytes, found.mapping);
}

/** A key must always have the same source. */
function differing(a: ReadFile, b: ReadFile, which: string): string[] {
  const sources = new Map(a.items.map(({ key, source }) => [key, source]));
  const wrong = b.items.filter(({ key, source }) => sources.has(key) && sources.get(key) !== source);
  return wrong.length > 0 ? [`${wrong.length} items have another source in ${which}`] : [];
}
