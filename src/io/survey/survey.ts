import { hashOf } from '../../domain/import/hash.ts';
import type { RowReader } from '../rows/row-reader.ts';
import { DATES } from '../rows/read-dates.ts';
import { orderEvidence } from '../values/date.ts';
import { oneLine } from '../values/text.ts';

/** What is known of one state of a file before it is mapped. */
export interface StateSeen {
  rows: number;
  /** Rows that have a resolution or a day on which they were resolved. */
  resolved: number;
  readonly categories: Map<string, number>;
}

/** More different names than any workflow has: then the column is no state or type, and the rest is taken as it comes. */
const MOST_NAMES = 1000;

/** Texts that are looked at to tell the markup; they are alike within a file. */
const MOST_TEXTS = 2000;

/** Looks over all rows of a file once and notes what the mapping has to decide. */
export class Survey {
  records = 0;
  readonly states = new Map<string, StateSeen>();
  readonly types = new Map<string, number>();
  readonly resolutions = new Map<string, number>();
  /** By key, else by name. */
  readonly projects = new Map<string, { readonly key: string | null; name: string | null; rows: number }>();
  readonly dates = { dmy: 0, mdy: 0, either: 0, example: null as string | null, column: null as string | null };
  /** The first date in each column that has any. */
  readonly dateSamples = new Map<string, string>();
  readonly markup = { texts: 0, wiki: 0, markdown: 0 };
  readonly ids = { rows: 0, conflicts: 0 };
  readonly #titles = new Map<string, string>();
  readonly #reader: RowReader;

  readonly #idsMayBeKeys: boolean;

  /** Only Jira's own column of keys has keys; elsewhere they may stand in the column of ids. */
  constructor(reader: RowReader, idsMayBeKeys: boolean) {
    this.#reader = reader;
    this.#idsMayBeKeys = idsMayBeKeys;
  }

  look(cells: readonly string[]): void {
    this.records += 1;
    if (this.#reader.first(cells, 'title').trim() === '') return; // such a row is left out
    this.#lookAtState(cells);
    this.#lookAtIdentity(cells);
    count(this.types, oneLine(this.#reader.first(cells, 'type')));
    for (const target of DATES) if (this.#reader.has(target)) this.#lookAtDate(this.#reader.first(cells, target), this.#reader.column(cells, target));
    const description = this.#reader.first(cells, 'description');
    if (description !== '' && this.markup.texts < MOST_TEXTS) this.#lookAtMarkup(description.slice(0, 4000));
  }

  #lookAtState(cells: readonly string[]): void {
    const name = oneLine(this.#reader.first(cells, 'state'));
    const resolution = oneLine(this.#reader.first(cells, 'resolution'));
    count(this.resolutions, resolution);
    if (name === '') return;
    let seen = this.states.get(name);
    if (!seen) {
      if (this.states.size >= MOST_NAMES) return;
      this.states.set(name, (seen = { rows: 0, resolved: 0, categories: new Map() }));
    }
    seen.rows += 1;
    if (this.#reader.first(cells, 'resolvedOn') !== '') seen.resolved += 1;
    count(seen.categories, oneLine(this.#reader.first(cells, 'stateCategory')));
  }

  #lookAtIdentity(cells: readonly string[]): void {
    const key = oneLine(this.#reader.first(cells, 'key'));
    const id = oneLine(this.#reader.first(cells, 'id')) || key;
    const own = oneLine(this.#reader.first(cells, 'projectKey'));
    const prefix = /^(\p{L}[\p{L}\p{N}_]*)-\d+$/u.exec(key || (this.#idsMayBeKeys ? id : ''))?.[1] ?? '';
    this.#countProject(own || prefix || null, oneLine(this.#reader.first(cells, 'projectName')) || null);
    if (id === '') return;
    this.ids.rows += 1;
    const title = hashOf(oneLine(this.#reader.first(cells, 'title')));
    const known = this.#titles.get(id);
    if (known === undefined) this.#titles.set(id, title);
    else if (known !== title) this.ids.conflicts += 1;
  }

  #countProject(key: string | null, name: string | null): void {
    const by = key ?? name;
    if (by === null) return;
    const known = this.projects.get(by);
    if (known) known.rows += 1;
    else if (this.projects.size < MOST_NAMES) this.projects.set(by, { key, name, rows: 1 });
  }

  #lookAtDate(cell: string, column: string): void {
    if (cell !== '' && !this.dateSamples.has(column)) this.dateSamples.set(column, cell);
    const evidence = cell === '' ? 'none' : orderEvidence(cell);
    if (evidence === 'none') return;
    this.dates[evidence] += 1;
    if (evidence !== 'either' || this.dates.example !== null) return;
    this.dates.example = cell;
    this.dates.column = column;
  }

  #lookAtMarkup(text: string): void {
    this.markup.texts += 1;
    if (/\{(?:code|noformat|color|quote|panel)[:}]|^h[1-6]\. ?\S|\[[^\]\n|]+\|https?:|![^!\s]+\.(?:png|jpe?g|gif)(?:\|[^!\n]*)?!/m.test(text))
      this.markup.wiki += 1;
    else if (/\*\*\S[^*\n]*\*\*|^```|\[[^\]\n]+\]\(https?:|^- \[[ x]\] /m.test(text)) this.markup.markdown += 1;
  }
}

function count(counts: Map<string, number>, name: string): void {
  if (name === '') return;
  const known = counts.get(name);
  if (known !== undefined || counts.size < MOST_NAMES) counts.set(name, (known ?? 0) + 1);
}
