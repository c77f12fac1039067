import { tableAt } from './csv/find-table.ts';
import { readTable } from './csv/table.ts';
import type { Mapping } from './mapping.ts';
import type { ImportedGroup } from './names/state-group-of.ts';
import { excerpt, type Problem } from './problem.ts';
import { ProblemList } from './problem-list.ts';
import { merged } from './relations/merge.ts';
import { inRankOrder, type RankFrom } from './relations/rank-order.ts';
import { nameMentions } from './relations/name-mentions.ts';
import { relate } from './relations/relate.ts';
import { ColumnUse } from './rows/column-use.ts';
import type { DraftItem } from './rows/draft-item.ts';
import { Identities } from './rows/identity.ts';
import { readRow } from './rows/read-row.ts';
import { fileContext, RowContext } from './rows/row-context.ts';
import { RowReader } from './rows/row-reader.ts';
import type { SourceItem } from './source-row.ts';
import { allAtOnce, type Step } from './steps.ts';

/** What a file holds, in Cutline's words. */
export interface ReadFile {
  /** In rank order. */
  readonly items: readonly SourceItem[];
  readonly rankFrom: RankFrom;
  /** Every state that an item is in, in the order of the mapping. */
  readonly states: readonly { readonly name: string; readonly group: ImportedGroup }[];
  /** Filled rows below the header; each became an item, was merged into one, or was skipped. */
  readonly counts: { readonly records: number; readonly items: number; readonly merged: number; readonly skipped: number };
  readonly problems: readonly Problem[];
}

/** Reads a file as its mapping says, all at once: for small files, tests and scripts. */
export const readRows = (bytes: Uint8Array, mapping: Mapping): ReadFile => allAtOnce(readRowsSteps(bytes, mapping));

/** The first rows as they will be, for a preview: what they say of rows further down is not tied. */
export const readFirstRows = (bytes: Uint8Array, mapping: Mapping, most = 20): ReadFile => allAtOnce(readRowsSteps(bytes, mapping, most));

/** Reads a file as its mapping says, step by step; each step tells how many bytes are read, then how many rows are tied. */
export function* readRowsSteps(bytes: Uint8Array, mapping: Mapping, most = Infinity): Generator<Step, ReadFile> {
  const problems = new ProblemList();
  const place = tableAt(bytes, mapping, problems);
  if (!place) return nothing(problems);
  const reader = new RowReader(place.header, mapping.columns);
  if (!reader.has('title')) {
    problems.refuse('no-title-column', 'No column is taken as the title. Choose one.');
    return nothing(problems);
  }
  const rows = new Rows(mapping, { reader, problems, use: new ColumnUse(place.header, mapping.columns) });
  const { records, skipped } = yield* readTable(bytes, place, { take: ({ row, cells }) => rows.take(row, cells) < most, problems });
  if (problems.isFatal) return nothing(problems);
  yield* nameMentions(rows.drafts);
  yield* relate(rows.drafts, mapping, problems);
  const { drafts, rankFrom } = yield* inRankOrder(rows.drafts, problems);
  rows.finish(rankFrom);
  const items = drafts.map(({ item }) => item);
  const counts = { records, items: items.length, merged: rows.merged, skipped: skipped + rows.skipped };
  return { items, rankFrom, states: statesOf(items, mapping), counts, problems: problems.all() };
}

const nothing = (problems: ProblemList): ReadFile => ({
  items: [],
  rankFrom: 'file',
  states: [],
  counts: { records: 0, items: 0, merged: 0, skipped: 0 },
  problems: problems.all(),
});

/** The rows of one file as they come in. */
class Rows {
  readonly drafts: DraftItem[] = [];
  merged = 0;
  skipped = 0;
  readonly #mapping: Mapping;
  readonly #parts: { readonly reader: RowReader; readonly problems: ProblemList; readonly use: ColumnUse };
  readonly #file: ReturnType<typeof fileContext>;
  readonly #identities = new Identities();
  readonly #places = new Map<string, number>();
  readonly #leftOut = new Map<string, number>();

  constructor(mapping: Mapping, parts: { readonly reader: RowReader; readonly problems: ProblemList; readonly use: ColumnUse }) {
    this.#mapping = mapping;
    this.#parts = parts;
    this.#file = fileContext(mapping, parts.reader, parts.problems);
  }

  /** Takes a row in; answers how many items there are by then. */
  take(row: number, cells: readonly string[]): number {
    this.#parts.use.count(cells);
    const draft = readRow(new RowContext(this.#file, row, cells), this.#identities);
    if (!draft || this.#isLeftOut(draft)) this.skipped += 1;
    else this.#put(draft);
    return this.drafts.length;
  }

  /** Says what is true of the file as a whole. */
  finish(rankFrom: RankFrom): void {
    const { problems, use, reader } = this.#parts;
    use.report(problems, rankFrom);
    for (const [name, count] of this.#leftOut) {
      const message = `${count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`} of the project “${excerpt(name)}” ${count === 1 ? 'is' : 'are'} left out, as chosen.`;
      problems.add({ code: 'project-left-out', loses: 'row', row: null, column: null, value: name, message });
    }
    if (this.#mapping.format === 'jira' && reader.has('state') && !reader.has('resolution')) {
      problems.note(
        'no-resolution-column',
        'The file has no column with resolutions: what was closed without being done can only be told by the names of the states.',
      );
    }
  }

  #put(draft: DraftItem): void {
    const place = this.#places.get(draft.item.source);
    if (place === undefined) {
      this.#places.set(draft.item.source, this.drafts.length);
      this.drafts.push(draft);
    } else {
      this.merged += 1;
      this.drafts[place] = merged(this.drafts[place]!, draft, this.#parts.problems);
    }
  }

  #isLeftOut({ item: { project } }: DraftItem): boolean {
    const known = this.#mapping.projects.find(({ key, name }) =>
      key === null && project?.key == null ? name === (project?.name ?? null) : key === (project?.key ?? null),
    );
    if (!known || known.product !== null) return false;
    const name = known.key ?? known.name ?? '';
    this.#leftOut.set(name, (this.#leftOut.get(name) ?? 0) + 1);
    return true;
  }
}

function statesOf(items: readonly SourceItem[], mapping: Mapping): ReadFile['states'] {
  const used = new Map<string, NonNullable<SourceItem['state']>>();
  for (const { state } of items) if (state) used.set(state.name, state);
  const order = new Map(mapping.states.map(({ name }, at) => [name, at]));
  return [...used.values()].sort((a, b) => (order.get(a.name) ?? Infinity) - (order.get(b.name) ?? Infinity) || (a.name < b.name ? -1 : 1));
}
