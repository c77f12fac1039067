import type { State } from '../../src/domain/backlog/state.ts';
import type { ImportRelation, ImportRow } from '../../src/domain/import/import-row.ts';
import { addDays, daysBetween, type Day } from '../../src/domain/kernel/day.ts';
import { declined, delivered, tired } from './history.ts';
import { sprintStart } from './plan.ts';
import { begun, epics, planned, roomFor, tasks, type Story } from './stories.ts';

export const exampleProduct = { key: 'TRL', name: 'Trailhead', goal: 'Fewer call-outs by a third until autumn' } as const;

/** What the import that it began with was called. No file has this hash. */
export const exampleFile = { file: 'Trailhead', hash: '0'.repeat(64) } as const;

/** The rows of the example's backlog in rank order, and what ties them together, as an import takes them. */
export function exampleRows(today: Day): { rows: ImportRow[]; relations: ImportRelation[] } {
  const stories = [...epics, ...begun, ...planned, ...roomFor, ...tasks, ...delivered(daysBetween(sprintStart(today), today)), ...tired, ...declined];
  const rows = stories.map((story) => rowOf(story, today));
  const parents = stories.flatMap(({ number, parent }) =>
    parent === undefined ? [] : [{ source: sourceOf(number), cells: { parent: String(parent) }, parent: sourceOf(parent) }],
  );
  const links = [
    { type: 'blocks', from: sourceOf(198), to: sourceOf(231) },
    { type: 'blocks', from: sourceOf(268), to: sourceOf(270) },
    { type: 'blocks', from: sourceOf(214), to: sourceOf(309) },
    { type: 'blocks', from: sourceOf(301), to: sourceOf(303) },
    { type: 'relates', from: sourceOf(255), to: sourceOf(312) },
  ] as const;
  const tied = links.map((link) => ({ source: link.from, cells: { links: `${link.type} ${link.to}` }, links: [link] }));
  return { rows, relations: [...parents, ...tied] };
}

/** The states that the example's rows name. */
export const exampleStates = [
  { name: 'Backlog', group: 'backlog' },
  { name: 'Ready', group: 'ready' },
  { name: 'In progress', group: 'in-progress' },
  { name: 'In review', group: 'in-review' },
  { name: 'Done', group: 'done' },
  { name: 'Declined', group: 'declined' },
] as const satisfies readonly Pick<State, 'name' | 'group'>[];

const sourceOf = (number: number) => `example:${number}`;

function rowOf(story: Story, today: Day): ImportRow {
  const ago = (days: number | undefined) => (days === undefined ? null : addDays(today, -days));
  return {
    source: sourceOf(story.number),
    key: `TRL-${story.number}`,
    title: story.title,
    cells: {},
    type: story.type,
    state: story.state ?? null,
    declineReason: story.reason ?? null,
    description: story.description ?? null,
    criteria: [...(story.criteria ?? [])],
    estimate: story.points === undefined ? null : { kind: 'points', value: story.points },
    assignee: story.who === undefined ? null : { name: story.who, email: null },
    tags: [...(story.tags ?? [])],
    release: isShipped(story) ? story.release! : null,
    createdOn: ago(story.made),
    updatedOn: ago(touchedAgo(story)),
    resolvedOn: ago(story.closed),
  };
}

/** What was put in a release, planned and moved on after it came here was touched by that; before it, when it was made. */
const touchedAgo = ({ release, closed, touched, made }: Story): number | undefined => closed ?? (release === undefined ? touched : made);

/** What is in a release that is still open was put there later, when that was planned. */
const isShipped = ({ release, closed }: Story): boolean => release !== undefined && closed !== undefined;
