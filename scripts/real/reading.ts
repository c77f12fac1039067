import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isLarger } from '../../src/domain/backlog/item-type.ts';
import { isFatal } from '../../src/io/problem.ts';
import { readRows, type ReadFile } from '../../src/io/read-rows.ts';
import { recognise, type Recognition } from '../../src/io/recognise.ts';
import { allAtOnce } from '../../src/io/steps.ts';
import { toImportSteps } from '../../src/io/to-import.ts';
import type { RealCheck, RealFinding } from './real-check.ts';

interface Expectation {
  readonly file: string;
  readonly format: 'jira' | 'csv';
  /** Filled rows below the header, as the files' own list counts them. */
  readonly records: number;
  readonly items?: number;
  /** What is told of this file in particular: a sentence for each thing that is not so. */
  readonly trap?: (found: Recognition, read: ReadFile) => readonly (string | false)[];
}

const points = (read: ReadFile): number => read.items.filter(({ estimate }) => estimate?.kind === 'points').length;
const inGroup = (read: ReadFile, group: string): number => read.items.filter(({ state }) => state?.group === group).length;
const stateOf = (found: Recognition, name: string) => found.states.find(({ from }) => from === name);
const withParent = (read: ReadFile): number => read.items.filter(({ parent }) => parent).length;
const storyPoints = (name: string, records: number): Expectation => ({
  file: `story-points/${name}.csv`,
  format: 'csv',
  records,
  trap: (_, read) => [points(read) !== records && 'not every row has its points', read.items.some(({ key }) => key === null) && 'a key is missing'],
});

const EXPECTED: readonly Expectation[] = [
  {
    file: 'jira-csv/nautilus-wallet.csv',
    format: 'jira',
    records: 192,
    trap: (found, read) => [
      stateOf(found, 'Deploy')?.group !== 'done' && 'Deploy, whose 45 items are all resolved, is not done',
      inGroup(read, 'done') !== 158 && 'not 158 done',
      read.items.some(({ state, resolvedOn }) => resolvedOn && state?.group !== 'done') && 'something resolved is open',
      withParent(read) !== 24 && 'not 24 with a parent',
      read.items.filter(({ release }) => release).length !== 25 && 'not 25 in a release',
      found.product.key !== 'NW' && 'the key is not NW',
    ],
  },
  { file: 'jira-csv/nautilus-trusted-compute.csv', format: 'jira', records: 17 },
  {
    file: 'jira-csv/clearcorrect.csv',
    format: 'jira',
    records: 127,
    trap: (found, read) => [
      stateOf(found, 'UAT')?.group !== 'in-review' && 'UAT is not in review',
      read.rankFrom !== 'rank' && 'not in rank order',
      points(read) !== 0 && 'points where there are none',
    ],
  },
  {
    file: 'jira-csv/ticketproject-snapshot-1.csv',
    format: 'jira',
    records: 287,
    trap: (found, read) => [
      found.product.name !== 'TicketProject' && 'the project’s name is not found',
      inGroup(read, 'done') !== 185 && 'not 185 done',
      withParent(read) !== 277 && 'not 277 with a parent',
      points(read) !== 36 && 'not 36 with points',
    ],
  },
  { file: 'jira-csv/ticketproject-snapshot-2.csv', format: 'jira', records: 356, trap: (_, read) => [withParent(read) !== 346 && 'not 346 with a parent'] },
  {
    file: 'jira-csv/ticketproject-snapshot-3-current-fields.csv',
    format: 'jira',
    records: 190,
    trap: (_, read) => [
      read.items.some((item) => 'sprint' in item || 'parent' in item) && 'something is said of a column that is not there',
      inGroup(read, 'done') !== 84 && 'not 84 done',
    ],
  },
  {
    file: 'jira-csv/werkplaats2-dutch.csv',
    format: 'jira',
    records: 26,
    trap: (found, read) => [
      stateOf(found, 'Backlog')?.group !== 'backlog' && 'Backlog, of the category In Progress, is not backlog',
      !read.items.some(({ pastSprints }) => pastSprints && pastSprints.length > 0) && 'nobody was in several sprints',
      withParent(read) !== 13 && 'not 13 with a parent',
    ],
  },
  { file: 'jira-csv/testautogen.csv', format: 'jira', records: 22 },
  { file: 'jira-csv/acciones-elbosque-spanish-short.csv', format: 'jira', records: 63, trap: (_, read) => [inGroup(read, 'done') !== 19 && 'not 19 done'] },
  {
    file: 'jira-csv/rca-sprint3-import.csv',
    format: 'jira',
    records: 32,
    trap: (_, read) => [withParent(read) !== 28 && 'not 28 with a parent', points(read) !== 28 && 'not 28 with points'],
  },
  { file: 'jira-csv/rca-sprint2-import.csv', format: 'jira', records: 15, trap: (_, read) => [withParent(read) !== 13 && 'not 13 with a parent'] },
  {
    file: 'jira-csv/asf-old-server.csv',
    format: 'jira',
    records: 101,
    items: 100,
    trap: (found, read) => [
      read.items.some(({ key }) => key === null || key !== key.trim()) && 'a key is missing or has a space',
      read.items.some(({ assignee }) => assignee?.name === 'Unassigned') && 'nobody became somebody',
      !found.questions.some(({ about }) => about === 'projects') && 'the several projects are not asked about',
      inGroup(read, 'declined') !== 11 && 'not 11 declined',
    ],
  },
  storyPoints('mesos', 1680),
  storyPoints('usergrid', 482),
  storyPoints('springxd', 3526),
  storyPoints('titanium', 2251),
  storyPoints('appceleratorstudio', 2919),
  storyPoints('aptanastudio', 829),
  storyPoints('bamboo', 521),
  storyPoints('clover', 384),
  storyPoints('jirasoftware', 352),
  { file: 'linear-csv/giftlist-import.csv', format: 'csv', records: 122 },
  { file: 'linear-csv/kiuvo-import.csv', format: 'csv', records: 28 },
  {
    file: 'linear-csv/plane-to-linear.csv',
    format: 'csv',
    records: 1,
    trap: (_, read) => [read.items[0]?.dueOn !== '2025-04-24' && 'the due date is not found'],
  },
  {
    file: 'azure-csv/change-backlog.csv',
    format: 'csv',
    records: 262,
    trap: (_, read) => [
      read.items.some(({ assignee }) => assignee && !assignee.email) && 'an address is not found',
      inGroup(read, 'declined') !== 12 && 'not 12 declined',
    ],
  },
  { file: 'other-csv/clickup-nautilus.csv', format: 'csv', records: 109, trap: (_, read) => [withParent(read) < 60 && 'parents are missing'] },
];

/** Every real file is recognised, read without losing a row, and gives rows that the import verbs take; and its own traps are passed. */
export const readingChecks: readonly RealCheck[] = EXPECTED.map((expected) => ({ name: expected.file, run: (folder) => check(folder, expected) }));

async function check(folder: string, expected: Expectation): Promise<RealFinding> {
  const bytes = await readFile(path.join(folder, expected.file));
  const start = performance.now();
  const found = recognise(bytes, path.basename(expected.file));
  if (!found.isReadable) return { lines: [], failures: found.problems.map(({ message }) => message) };
  const read = readRows(bytes, found.mapping);
  const ms = Math.round(performance.now() - start);
  return { lines: [...linesOf(found, read), `${ms} ms`], failures: [...failuresOf(found, read, expected), ...trapsOf(found, read, expected)] };
}

function linesOf(found: Recognition, read: ReadFile): string[] {
  const states = found.states.map(({ from, rows, group, by }) => `${from} ${rows} → ${group}${by === 'name' ? '' : ` (by ${by})`}`);
  return [
    `${found.mapping.format}, ${found.mapping.encoding}, ${read.counts.records} rows → ${read.counts.items} items, ${read.counts.merged} merged, ${read.counts.skipped} skipped; order from ${read.rankFrom}`,
    `states: ${states.join(', ') || 'none'}`,
    `problems: ${
      Object.entries(countBy(read.problems.map(({ code }) => code)))
        .map(([code, count]) => `${code} ${count}`)
        .join(', ') || 'none'
    }`,
    ...found.questions.map(({ message }) => `asks: ${message}`),
  ];
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function failuresOf(found: Recognition, read: ReadFile, expected: Expectation): string[] {
  const { records, items, merged, skipped } = read.counts;
  const bySource = new Map(read.items.map((item) => [item.source, item]));
  const keys = read.items.flatMap(({ key }) => key ?? []);
  const { problems: refused } = allAtOnce(steps(toImportSteps(read.items)));
  return [
    found.mapping.format !== expected.format && `recognised as ${found.mapping.format}`,
    records !== expected.records && `${records} rows, not ${expected.records}`,
    items !== (expected.items ?? expected.records) && `${items} items, not ${expected.items ?? expected.records}`,
    items + merged + skipped !== records && 'a row was lost',
    read.problems.filter(({ loses, row }) => loses === 'row' && row !== null).length !== skipped && 'a row is left out without a word',
    read.problems.some(isFatal) && 'it can’t be read',
    bySource.size !== items && 'two items have one source',
    new Set(keys).size !== keys.length && 'a key stands twice',
    read.items.some(({ parent, type }) => parent && !isLarger(bySource.get(parent)!.type, type)) && 'a parent is not larger than its child',
    read.items.some(({ state }) => (state?.group as string) === 'triage') && 'something is in triage',
    found.first.length !== Math.min(20, items) && 'the preview is too short',
    refused.length > 0 && `the import verbs refuse ${refused.length} rows: ${refused[0]!.message}`,
  ].filter((failure) => failure !== false);
}

/** Steps that tell nothing of how far they are. */
function* steps<Result>(work: Generator<void, Result>): Generator<{ done: number; of: number }, Result> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    yield { done: 0, of: 0 };
  }
}

const trapsOf = (found: Recognition, read: ReadFile, { trap }: Expectation): string[] => (trap?.(found, read) ?? []).filter((failure) => failure !== false);
