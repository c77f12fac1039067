import type { TablePlace } from '../csv/table.ts';
import type { Mapping } from '../mapping.ts';
import { declines, isUnresolved } from '../names/resolution.ts';
import type { RowReader } from '../rows/row-reader.ts';
import type { Target } from '../target.ts';
import { guessProduct, type ProductGuess } from './guess-product.ts';
import { proposeStates, type StateFound } from './propose-states.ts';
import { proposeTypes, type TypeFound } from './propose-types.ts';
import type { Survey } from './survey.ts';

export interface Proposal {
  readonly mapping: Mapping;
  readonly states: readonly StateFound[];
  readonly types: readonly TypeFound[];
  readonly product: ProductGuess;
}

interface Seen {
  readonly fileName: string;
  readonly format: Mapping['format'];
  readonly place: TablePlace;
  readonly columns: readonly { readonly name: string; readonly target: Target | null }[];
  readonly reader: RowReader;
  readonly survey: Survey;
}

/** What is proposed for a file after all its rows were looked at. */
export function proposeMapping({ fileName, format, place, columns, reader, survey }: Seen): Proposal {
  const states = proposeStates(survey.states);
  const types = proposeTypes(survey.types, reader.has('parent') || reader.has('parentKey') || reader.has('epic'));
  const projects = [...survey.projects.values()].sort((a, b) => b.rows - a.rows);
  const isOne = projects.length <= 1 || projects[0]!.rows > survey.records * 0.95;
  const product = guessProduct(fileName, isOne ? projects[0] : undefined);
  return {
    states,
    types,
    product,
    mapping: {
      format,
      encoding: place.encoding,
      delimiter: place.delimiter,
      headerRow: place.header.row,
      columns: [...columns],
      states: states.map(({ from, name, group }) => ({ from, name, group })),
      types: types.map(({ from, type }) => ({ from, type })),
      resolutions: [...survey.resolutions.keys()].filter((from) => !isUnresolved(from)).map((from) => ({ from, declines: declines(from) })),
      dateOrder: orderOf(survey),
      timeUnit: format === 'jira' ? 'seconds' : 'hours',
      identity: identityOf(format, reader, survey),
      wiki: format === 'jira' && reader.has('key') ? true : usesWiki(format, survey),
      lift: false,
      projects: projects.map(({ key, name }) => ({ key, name, product })),
    },
  };
}

/** One number above 12 decides for the whole file; without one, or with both kinds, a person does. */
function orderOf({ dates }: Survey): Mapping['dateOrder'] {
  if (dates.dmy > 0 && dates.mdy === 0) return 'dmy';
  if (dates.mdy > 0 && dates.dmy === 0) return 'mdy';
  return null;
}

/** Ids that somebody made up for one file (Jira's import files have no keys) mean nothing in the next; ids of many rows each are none. */
function identityOf(format: Mapping['format'], reader: RowReader, { ids, records }: Survey): Mapping['identity'] {
  if (ids.rows < records / 2) return 'title';
  const isByHand = format === 'jira' && !reader.has('key');
  return isByHand || ids.conflicts > ids.rows * 0.02 ? 'id-and-title' : 'id';
}

function usesWiki(format: Mapping['format'], { markup }: Survey): boolean {
  return format === 'jira' ? markup.markdown <= markup.wiki : markup.wiki >= 3 && markup.wiki > markup.markdown;
}
