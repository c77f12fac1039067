import type { Delimiter } from './csv/delimiter.ts';
import type { Encoding } from './csv/encoding.ts';
import { findTable } from './csv/find-table.ts';
import type { Header } from './csv/header.ts';
import { readTable } from './csv/table.ts';
import { genericTargets, knownToAll } from './generic/headers.ts';
import { jiraTarget, knownToJira, looksLikeJira } from './jira/headers.ts';
import type { Mapping } from './mapping.ts';
import type { Problem } from './problem.ts';
import { ProblemList } from './problem-list.ts';
import { readFirstRows } from './read-rows.ts';
import type { RankFrom } from './relations/rank-order.ts';
import { ColumnUse, type ColumnFound } from './rows/column-use.ts';
import { RowReader } from './rows/row-reader.ts';
import type { SourceItem } from './source-row.ts';
import { allAtOnce, type Step } from './steps.ts';
import { proposeMapping, type Proposal } from './survey/propose-mapping.ts';
import { Survey } from './survey/survey.ts';
import type { Target } from './target.ts';

/** Something that only a person can decide before the file is read. */
export type Question =
  | { readonly about: 'date-order'; readonly column: string; readonly example: string; readonly message: string }
  | {
      readonly about: 'projects';
      readonly projects: readonly { readonly key: string | null; readonly name: string | null; readonly rows: number }[];
      readonly message: string;
    }
  | { readonly about: 'title'; readonly message: string };

/** A column of the file, what stands in it, and what it is proposed to become. */
export type ColumnProposal = ColumnFound & { readonly target: Target | null };

/** What a file is and how it is proposed to be read. */
export interface Recognition extends Proposal {
  readonly isReadable: true;
  readonly fileName: string;
  readonly columns: readonly ColumnProposal[];
  /** Filled rows below the header. */
  readonly records: number;
  readonly questions: readonly Question[];
  /** A date of each column that has any, as the file writes it. */
  readonly dates: readonly { readonly column: string; readonly example: string }[];
  readonly rankFrom: RankFrom;
  /** The first rows as they will be. */
  readonly first: readonly SourceItem[];
  readonly problems: readonly Problem[];
}

/** A file that can't be read, and why. */
export interface Unreadable {
  readonly isReadable: false;
  readonly fileName: string;
  readonly problems: readonly Problem[];
}

/** What a person has decided before: another delimiter or encoding, or how the file's columns are to be understood. */
export interface Hints {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly format?: Mapping['format'];
}

/** Finds out what a file is, all at once: for small files, tests and scripts. */
export const recognise = (bytes: Uint8Array, fileName: string, hints: Hints = {}): Recognition | Unreadable =>
  allAtOnce(recogniseSteps(bytes, fileName, hints));

/** Finds out what a file is, step by step; each step tells how many bytes are looked at. */
export function* recogniseSteps(bytes: Uint8Array, fileName: string, hints: Hints = {}): Generator<Step, Recognition | Unreadable> {
  const problems = new ProblemList();
  const knows = (folded: readonly string[]): number => Math.max(knownToJira(folded), knownToAll(folded));
  const place = yield* findTable(bytes, { ...hints, knows }, problems);
  if (!place) return { isReadable: false, fileName, problems: problems.all() };
  const { format, columns } = columnsOf(place.header, hints.format);
  const reader = new RowReader(place.header, columns);
  const survey = new Survey(reader, format === 'csv');
  const use = new ColumnUse(place.header, columns);
  const look = (cells: readonly string[]): void => {
    survey.look(cells);
    use.count(cells);
  };
  const { records } = yield* readTable(bytes, place, { take: ({ cells }) => look(cells), problems });
  if (records === 0 && !problems.isFatal) problems.refuse('file-empty', 'The file has a header and no rows below it.');
  if (problems.isFatal) return { isReadable: false, fileName, problems: problems.all() };
  const proposal = proposeMapping({ fileName, format, place, columns, reader, survey });
  const first = reader.has('title') ? readFirstRows(bytes, proposal.mapping) : null;
  const rankFrom = first?.rankFrom ?? 'file';
  use.report(problems, rankFrom);
  return {
    isReadable: true,
    fileName,
    ...proposal,
    columns: use.found().map((column, at) => ({ ...column, target: columns[at]!.target })),
    records,
    dates: [...survey.dateSamples].map(([column, example]) => ({ column, example })),
    questions: questionsOf(proposal.mapping, survey, reader),
    rankFrom,
    first: first?.items ?? [],
    problems: problems.all(),
  };
}

function columnsOf(header: Header, wanted: Mapping['format'] | undefined): { readonly format: Mapping['format']; readonly columns: Mapping['columns'] } {
  const folded = header.columns.map((column) => column.folded);
  const format = wanted ?? (looksLikeJira(folded) ? 'jira' : 'csv');
  const targets = format === 'jira' ? folded.map(jiraTarget) : genericTargets(folded);
  return { format, columns: header.columns.map(({ name }, at) => ({ name, target: targets[at] ?? null })) };
}

function questionsOf(mapping: Mapping, survey: Survey, reader: RowReader): Question[] {
  const questions: Question[] = [];
  if (!reader.has('title')) questions.push({ about: 'title', message: 'Which column holds the titles?' });
  const { either, example, column, dmy, mdy } = survey.dates;
  if (mapping.dateOrder === null && either > 0 && example !== null && column !== null) {
    const why = dmy > 0 && mdy > 0 ? 'The file holds dates of both kinds.' : 'No date in the file tells.';
    questions.push({ about: 'date-order', column, example, message: `Does “${example}” in column “${column}” begin with the day or with the month? ${why}` });
  }
  if (survey.projects.size > 1) {
    const projects = [...survey.projects.values()].sort((a, b) => b.rows - a.rows);
    questions.push({ about: 'projects', projects, message: `The file holds ${projects.length} projects. Do they become one product each, or all one?` });
  }
  return questions;
}
