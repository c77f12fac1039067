import { addDays, type Day } from '../../src/domain/kernel/day.ts';
import type { NamedCall } from '../../src/domain/verbs.ts';
import { inSprints } from './history.ts';
import type { SoFar } from './so-far.ts';
import { begun, planned, roomFor } from './stories.ts';

/** Something that somebody did on a day before the example was made, or on that day itself. */
export interface Deed {
  readonly on: Day;
  /** Left out: whoever looks round. */
  readonly by?: string;
  readonly calls: (so: SoFar) => NamedCall[];
}

/** The first day of the running sprint: a Monday, five to eleven days ago. */
export function sprintStart(today: Day): Day {
  const some = addDays(today, -5);
  return addDays(some, -((weekday(some) + 6) % 7));
}

/** About so many days from today: no release goes out on a weekend. */
function releaseDay(today: Day, days: number): Day {
  const day = addDays(today, days);
  const shift = { 6: -1, 0: 1 }[weekday(day)] ?? 0;
  return addDays(day, shift);
}

/** Sunday is 0. */
const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

const LENA = 'Lena Moritz';
const JONAS = 'Jonas Okafor';
const AIKO = 'Aiko Kimura';
const RUTH = 'Ruth Sandoval';

const putIn = (so: SoFar, release: string, numbers: readonly number[]): NamedCall => ({
  verb: 'putInRelease',
  input: { items: numbers.map(so.item), release: so.release(release) },
});
const plannedFor = (release: string): number[] => planned.filter((story) => story.release === release).map(({ number }) => number);

/** How the team came together, and the plan of the releases and what surrounds them, day by day. */
export function planOf(today: Day): Deed[] {
  const past = beforeToday(today).filter(({ on }) => on < today);
  return [...past, { on: today, calls: (so) => mine(so, today) }];
}

function beforeToday(today: Day): Deed[] {
  const first = sprintStart(today);
  const on = (day: number) => addDays(first, day);
  const due = releaseDay(today, 26);
  return [
    { on: on(-60), calls: people },
    { on: on(-59), calls: (so) => [{ verb: 'createTeam', input: { name: 'Trailhead', products: [so.product], sprintsFrom: on(-56) } }] },
    { on: on(-59), calls: (so) => membersOf(so) },
    { on: on(-57), calls: (so) => [release(so, '2.3', { goal: 'Find the way without looking', startOn: on(-56), dueOn: on(-17) })] },
    {
      on: on(-56),
      calls: (so) => [
        putIn(
          so,
          '2.3',
          inSprints.flat().flatMap((item) => (item.release === '2.3' ? [item.number] : [])),
        ),
      ],
    },
    { on: on(-17), calls: (so) => [{ verb: 'shipRelease', input: { release: so.release('2.3'), notes: so.notes('2.3') } }] },
    { on: on(-14), calls: (so) => [{ verb: 'drawLine', input: { product: so.product, on: due, name: '2.4' } }] },
    {
      on: on(-14),
      calls: (so) => [
        release(so, '2.5', {
          goal: 'A week in the mountains, planned in an evening',
          startOn: addDays(due, 1),
          dueOn: releaseDay(today, 63),
          lead: so.member(JONAS),
        }),
        release(so, '2.6', { goal: 'Book what you planned' }),
      ],
    },
    {
      on: on(-14),
      calls: (so) => [
        putIn(so, '2.4', [...inSprints.at(-1)!.map(({ number }) => number), ...FROM_THE_START]),
        putIn(so, '2.5', plannedFor('2.5')),
        putIn(so, '2.6', plannedFor('2.6')),
        {
          verb: 'updateRelease',
          input: {
            release: so.release('2.4'),
            goal: 'Nobody is surprised by the weather',
            startOn: on(-14),
            state: 'active',
            lead: so.member(LENA),
            teams: [so.team],
          },
        },
      ],
    },
    { on: on(-13), calls: (so) => milestones(so, { due, fair: addDays(today, 45) }) },
    { on: on(-12), by: LENA, calls: (so) => [{ verb: 'takeReleaseTemplate', input: { release: so.release('2.4') } }] },
    { on: on(-11), by: LENA, calls: launchWork },
    { on: on(-10), calls: (so) => [putIn(so, '2.4', [305])] },
    { on: on(-7), calls: (so) => [putIn(so, '2.4', [310])] },
    { on: on(-6), by: LENA, calls: checks },
    { on: on(-5), by: JONAS, calls: (so) => [{ verb: 'tickReadyCheck', input: { item: so.item(188), check: so.ownCheck, done: true } }] },
    { on: on(2), by: LENA, calls: (so) => [putIn(so, '2.4', [321])] },
    {
      on: on(7),
      by: LENA,
      calls: (so) => [
        putIn(
          so,
          '2.4',
          roomFor.map(({ number }) => number),
        ),
      ],
    },
  ];
}

/** What was in 2.4 when it began; the rest came in later. */
const FROM_THE_START = [
  ...plannedFor('2.4').filter((number) => number !== 305 && number !== 310),
  ...begun.flatMap(({ number }) => (number === 321 ? [] : [number])),
];

const release = (so: SoFar, name: string, values: object): NamedCall => ({ verb: 'createRelease', input: { product: so.product, name, ...values } });

/** The people whom the rows name, each with what they are. None of them can sign in. */
const people = (so: SoFar): NamedCall[] =>
  [LENA, JONAS, AIKO, RUTH].map((name) => ({
    verb: 'updateMember',
    input: { member: so.member(name), role: name === LENA ? 'product-manager' : 'team-member' },
  }));

const membersOf = (so: SoFar): NamedCall[] =>
  (
    [
      [JONAS, 100],
      [AIKO, 100],
      [RUTH, 80],
      [LENA, 20],
    ] as const
  ).map(([name, share]) => ({ verb: 'addToTeam', input: { team: so.team, member: so.member(name), share } }));

function milestones(so: SoFar, { due, fair }: { due: Day; fair: Day }): NamedCall[] {
  const of = { product: so.product, release: so.release('2.4') };
  return [
    { verb: 'createMilestone', input: { ...of, name: 'Mountain guides try it', on: addDays(due, -10), kind: 'external' } },
    { verb: 'createMilestone', input: { ...of, name: 'App stores take nothing new', on: addDays(due, -1), kind: 'freeze' } },
    { verb: 'createMilestone', input: { product: so.product, name: 'Alpine safety days', on: fair, kind: 'external' } },
  ];
}

/** What of the launch is done, and who sees to the next of it. */
const launchWork = (so: SoFar): NamedCall[] => [
  { verb: 'tickReleaseStep', input: { step: so.step('Pricing'), done: true } },
  { verb: 'tickReleaseStep', input: { step: so.step('Legal'), done: true } },
  { verb: 'updateReleaseStep', input: { step: so.step('Docs'), person: so.member(JONAS) } },
  { verb: 'updateReleaseStep', input: { step: so.step('Training'), person: so.member(LENA) } },
];

const checks = (so: SoFar): NamedCall[] => [
  { verb: 'addReadyCheck', input: { product: so.product, kind: 'own', type: 'feature', words: 'Two hikers have seen a sketch' } },
];

/** What is planned around the work, and what whoever looks round has taken on. */
function mine(so: SoFar, today: Day): NamedCall[] {
  const next = addDays(sprintStart(today), 14);
  const assigned = [262, 322, 303, 309, 325].map((number): NamedCall => ({ verb: 'updateItem', input: { item: so.item(number), assignee: so.me } }));
  return [
    {
      verb: 'addHolidays',
      input: { team: so.team, holidays: [{ name: 'Day in the mountains', from: addDays(next, 3), to: addDays(next, 3) }] },
    },
    { verb: 'addTimeOff', input: { member: so.member(RUTH), from: addDays(next, 8), to: addDays(next, 9) } },
    ...assigned,
    { verb: 'updateItem', input: { item: so.item(322), dueOn: addDays(today, 3) } },
    { verb: 'setState', input: { items: [so.item(325)], state: so.state('In progress') } },
    { verb: 'parkItems', input: { items: [so.item(80), so.item(81)], returnOn: null } },
    { verb: 'updateWorkspace', input: { stepsHidden: true } },
  ];
}
