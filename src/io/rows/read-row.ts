import type { ItemType } from '../../domain/backlog/item-type.ts';
import { typeOfName } from '../names/item-type-of.ts';
import type { SourceField, SourceItem, SourcePerson } from '../source-row.ts';
import type { Target } from '../target.ts';
import { readCriteria } from '../values/criteria.ts';
import { readPerson } from '../values/person.ts';
import { clipped, oneLine } from '../values/text.ts';
import { wikiToMarkdown } from '../wiki/to-markdown.ts';
import { DATES, readDate } from './read-dates.ts';
import type { DraftItem } from './draft-item.ts';
import { readEstimate } from './read-estimate.ts';
import type { Identities } from './identity.ts';
import { readReleases, readSprints, readTags } from './read-names.ts';
import { LINK_TARGETS, readLinks, readParents } from './read-relations.ts';
import { readState } from './read-state.ts';
import type { RowContext } from './row-context.ts';

const LONGEST_TITLE = 500;
const LONGEST_TEXT = 200_000;
const LONGEST_RELATION = 20_000;
const LONGEST_KEY = 64;

/** A key as trackers give it: letters, digits, a hyphen, a number. */
const KEY = /^\p{L}[\p{L}\p{N}_]*-\d+$/u;

/** The columns that each field is read from. */
const SOURCES: Readonly<Record<SourceField, readonly Target[]>> = {
  title: ['title'],
  type: ['type'],
  state: ['state', 'resolution'],
  description: ['description'],
  criteria: ['criteria'],
  parent: ['parentKey', 'parent', 'epic'],
  estimate: ['estimate', 'originalTime', 'remainingTime', 'spentTime'],
  assignee: ['assignee'],
  reporter: ['reporter'],
  tags: ['tags'],
  sprint: ['sprint'],
  release: ['release'],
  rank: ['rank'],
  createdOn: ['createdOn'],
  updatedOn: ['updatedOn'],
  resolvedOn: ['resolvedOn'],
  dueOn: ['dueOn'],
  links: LINK_TARGETS,
};

/** Reads a row in Cutline's words; null, with the reason in the report, when it has no title. */
export function readRow(row: RowContext, identities: Identities): DraftItem | null {
  const rawTitle = oneLine(row.first('title'));
  if (rawTitle === '') {
    const message = `Row ${row.row} has no title and is left out.`;
    row.file.problems.add({ code: 'title-missing', loses: 'row', row: row.row, column: row.column('title'), message });
    return null;
  }
  const title = clipped(rawTitle, LONGEST_TITLE);
  if (title.length < rawTitle.length)
    row.note('shortened', 'title', { value: rawTitle, why: `the title is longer than ${LONGEST_TITLE} characters and was cut.` });
  const id = oneLine(row.first('id'));
  const key = readKey(row, id);
  const typeName = oneLine(row.first('type'));
  const source = identities.of(row, { id, key, title });
  const item: DraftItem['item'] = { row: row.row, source, key, project: readProject(row, key), cells: readCells(row), title, type: readType(row, typeName) };
  readFields(row, item);
  return { item, id, typeName, priority: row.first('priority'), parents: readParents(row), links: readLinks(row) };
}

/** Everything that stands in columns which a file may or may not have. Written one by one: this runs for every row of a large file. */
function readFields(row: RowContext, item: DraftItem['item']): void {
  if (row.has('state')) {
    const { state, declineReason } = readState(row);
    item.state = state;
    item.declineReason = declineReason;
  }
  if (row.has('description')) item.description = readDescription(row);
  if (row.has('criteria')) item.criteria = readCriteria(textIn(row, 'criteria'));
  if (item.cells.estimate !== undefined) item.estimate = readEstimate(row);
  if (row.has('assignee')) item.assignee = readAssignee(row);
  if (row.has('reporter')) item.reporter = readPerson(row.first('reporter'), row.first('reporterId'));
  const releases = row.has('release') ? readReleases(row) : [];
  if (row.has('release')) item.release = releases[0] ?? null;
  if (row.has('tags') || releases.length > 1) item.tags = readTags(row, releases.slice(1));
  if (row.has('sprint')) {
    const sprints = readSprints(row);
    item.sprint = sprints.at(-1) ?? null;
    item.pastSprints = sprints.slice(0, -1);
  }
  if (row.has('rank')) item.rank = row.first('rank').trim() || null;
  for (const target of DATES) if (row.has(target)) item[target] = readDate(row, target);
}

/** A file without keys may have them in its column of ids. */
function readKey(row: RowContext, id: string): string | null {
  const key = oneLine(row.first('key'));
  if (key !== '') return clipped(key, LONGEST_KEY);
  return row.file.mapping.format === 'csv' && KEY.test(id) ? clipped(id, LONGEST_KEY) : null;
}

function readProject(row: RowContext, key: string | null): SourceItem['project'] {
  const own = oneLine(row.first('projectKey')) || (key !== null && KEY.test(key) ? key.slice(0, key.lastIndexOf('-')) : '');
  const name = oneLine(row.first('projectName'));
  return own === '' && name === '' ? null : { key: own || null, name: name || null };
}

function readType(row: RowContext, name: string): ItemType {
  return row.file.types.get(name) ?? typeOfName(name) ?? 'story';
}

function readAssignee(row: RowContext): SourcePerson | null {
  const cell = row.first('assignee');
  const others = /^\s*\[.*,.*\]\s*$/s.test(cell);
  if (others) row.refuseCell('one-assignee', 'assignee', { value: cell, why: 'it names several people; an item has one assignee, and the first is taken.' });
  return readPerson(cell, row.first('assigneeId'));
}

const textIn = (row: RowContext, target: Target): string => {
  const cell = row.joined(target);
  const text = cell.includes('\r') ? cell.replace(/\r\n?/g, '\n') : cell;
  return row.file.mapping.wiki ? wikiToMarkdown(text) : text;
};

function readDescription(row: RowContext): string | null {
  const text = textIn(row, 'description');
  if (text.length > LONGEST_TEXT)
    row.note('shortened', 'description', { value: text, why: `the description is longer than ${LONGEST_TEXT.toLocaleString('en')} characters and was cut.` });
  return text.trim() === '' ? null : clipped(text, LONGEST_TEXT);
}

/** The text of each field as it was read, to be compared when the file comes again. */
function readCells(row: RowContext): SourceItem['cells'] {
  const cells: Partial<Record<SourceField, string>> = {};
  for (const [field, targets] of FIELDS) {
    let text: string | undefined;
    for (const target of targets) if (row.has(target)) text = joined(text, row, target);
    if (text !== undefined) cells[field] = clipped(text, field === 'parent' || field === 'links' ? LONGEST_RELATION : LONGEST_TEXT);
  }
  return cells;
}

function joined(before: string | undefined, row: RowContext, target: Target): string {
  const text = row.joined(target);
  if (before === undefined || before === '') return text;
  return text === '' ? before : `${before}\n${text}`;
}

const FIELDS = Object.entries(SOURCES) as [SourceField, readonly Target[]][]; // the keys are fields
