import type { State } from '../../src/domain/backlog/state.ts';
import type { NamedCall } from '../../src/domain/verbs.ts';
import type { ImportRelation, ImportRow } from '../../src/domain/import/import-row.ts';
import { addDays, type Day } from '../../src/domain/kernel/day.ts';
import { declined, delivered, tired } from './history.ts';
import { epics, planned, tasks, type Story } from './stories.ts';

/** What one step of the example needs to know of the steps before it. */
export interface SoFar {
  readonly product: string;
  readonly item: (number: number) => string;
  readonly release: (name: string) => string;
  readonly member: (name: string) => string;
}

export const exampleProduct = { key: 'TRL', name: 'Trailhead', goal: 'Fewer call-outs by a third until autumn' } as const;

/** What the import that it began with was called. No file has this hash. */
export const exampleFile = { file: 'Trailhead', hash: '0'.repeat(64) } as const;

/** The rows of the example's backlog in rank order, and what ties them together, as an import takes them. */
export function exampleRows(today: Day): { rows: ImportRow[]; relations: ImportRelation[] } {
  const stories = [...epics, ...planned, ...tasks, ...delivered, ...tired, ...declined];
  const rows = stories.map((story) => rowOf(story, today));
  const parents = stories.flatMap(({ number, parent }) =>
    parent === undefined ? [] : [{ source: sourceOf(number), cells: { parent: String(parent) }, parent: sourceOf(parent) }],
  );
  const links = [
    { type: 'blocks', from: sourceOf(198), to: sourceOf(231) },
    { type: 'blocks', from: sourceOf(268), to: sourceOf(270) },
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

/** The people whom the rows name, each with what they are. None of them can sign in. */
export const examplePeople = (so: SoFar): NamedCall[] => [
  { verb: 'updateMember', input: { member: so.member('Lena Moritz'), role: 'product-manager' } },
  { verb: 'updateMember', input: { member: so.member('Jonas Okafor'), role: 'team-member' } },
  { verb: 'updateMember', input: { member: so.member('Aiko Kimura'), role: 'team-member' } },
  { verb: 'updateMember', input: { member: so.member('Ruth Sandoval'), role: 'team-member' } },
];

/** The plan that is made on the backlog once it is in: goals, dates, the team's pace and what is parked. */
export function examplePlan(today: Day, so: SoFar): NamedCall[] {
  return [
    { verb: 'drawLine', input: { product: so.product, on: fridayFrom(addDays(today, 17)), name: '2.4' } },
    {
      verb: 'updateRelease',
      input: {
        release: so.release('2.4'),
        goal: 'Nobody is surprised by the weather',
        startOn: addDays(today, -14),
        state: 'active',
        lead: so.member('Lena Moritz'),
      },
    },
    {
      verb: 'updateRelease',
      input: {
        release: so.release('2.5'),
        goal: 'A week in the mountains, planned in an evening',
        dueOn: fridayFrom(addDays(today, 59)),
        lead: so.member('Jonas Okafor'),
      },
    },
    { verb: 'updateRelease', input: { release: so.release('2.6'), goal: 'Book what you planned' } },
    { verb: 'parkItems', input: { items: [so.item(80), so.item(81)], returnOn: null } },
    { verb: 'updateWorkspace', input: { stepsHidden: true } },
  ];
}

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
    release: story.release ?? null,
    createdOn: ago(story.made),
    updatedOn: ago(story.touched ?? story.closed),
    resolvedOn: ago(story.closed),
  };
}

/** Releases go out on Fridays: that day, or the next one. */
const fridayFrom = (day: Day): Day => addDays(day, (12 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7);
