import { addDays, type Day } from '../../src/domain/kernel/day.ts';
import type { NamedCall } from '../../src/domain/verbs.ts';
import { inSprints, type Finished } from './history.ts';
import { sprintStart, type Deed } from './plan.ts';
import type { SoFar } from './so-far.ts';

const GOALS = ['A group finds together', 'A voice that knows the way', 'Plan a tour in one sitting', 'The weather, where one looks anyway'];

/** An item goes on to a state on a day of the running sprint; 0 is its first. */
type Move = readonly [day: number, by: string, number: number, state: string];

const JONAS = 'Jonas Okafor';
const AIKO = 'Aiko Kimura';
const RUTH = 'Ruth Sandoval';

/** What the running sprint began with. */
const SCOPE = [198, 305, 231, 188, 246, 249, 252, 259];
/** For what it found room in its second week. */
const ADDED = [256, 266];
/** How far it comes, until its end: the example tells what of it was before today. */
const MOVES: readonly Move[] = [
  [0, JONAS, 249, 'In progress'],
  [0, AIKO, 324, 'In progress'],
  [1, AIKO, 246, 'In progress'],
  [2, JONAS, 249, 'Done'],
  [2, RUTH, 321, 'In progress'],
  [2, JONAS, 188, 'In progress'],
  [3, AIKO, 246, 'Done'],
  [3, RUTH, 321, 'Done'],
  [3, RUTH, 252, 'In progress'],
  [3, JONAS, 198, 'In progress'],
  [4, RUTH, 252, 'Done'],
  [4, JONAS, 198, 'In review'],
  [4, AIKO, 259, 'In progress'],
  [7, AIKO, 259, 'In review'],
  [7, JONAS, 256, 'In progress'],
  [8, AIKO, 259, 'Done'],
  [8, JONAS, 256, 'Done'],
  [9, AIKO, 266, 'In progress'],
  [9, RUTH, 305, 'In progress'],
  [10, AIKO, 266, 'Done'],
  [10, RUTH, 305, 'In review'],
];

const PHONES = 'The old test phones are with the other team';

/** The sprints that are over and the one that runs, day by day. */
export function sprintsOf(today: Day): Deed[] {
  const first = sprintStart(today);
  const past = inSprints.flatMap((items, at) => pastSprint(items, { start: addDays(first, (at - inSprints.length) * 14), goal: GOALS[at]! }));
  return [...past, ...running(first)].filter(({ on }) => on < today);
}

interface Round {
  readonly start: Day;
  readonly goal: string;
}

function pastSprint(items: readonly Finished[], { start, goal }: Round): Deed[] {
  const on = (day: number): Day => addDays(start, day);
  const began = items[0]!.begun;
  const moves = items.flatMap(({ number, who, begun, done }): Deed[] => [
    move([begun - began, who, number, 'In progress'], start),
    move([done - began - 1, who, number, 'In review'], start),
    move([done - began, who, number, 'Done'], start),
  ]);
  return [
    ...opening(
      items.map(({ number }) => number),
      { start, goal },
    ),
    ...moves,
    { on: on(11), by: JONAS, calls: (so) => [{ verb: 'closeSprint', input: { sprint: so.sprint(start)! } }] },
  ];
}

function running(start: Day): Deed[] {
  const on = (day: number): Day => addDays(start, day);
  return [
    ...opening(SCOPE, { start, goal: 'Warn in time, and never twice' }),
    { on: on(1), by: RUTH, calls: (so) => [{ verb: 'raiseImpediment', input: { team: so.team, title: PHONES, owner: so.member(JONAS) } }] },
    { on: on(2), by: RUTH, calls: (so) => [{ verb: 'planInSprint', input: { items: [so.item(321)], sprint: so.sprint(start)! } }] },
    { on: on(7), by: JONAS, calls: (so) => [{ verb: 'planInSprint', input: { items: ADDED.map(so.item), sprint: so.sprint(start)! } }] },
    {
      on: on(3),
      by: JONAS,
      calls: (so) => [{ verb: 'resolveImpediment', input: { impediment: so.impediment(PHONES), resolution: 'Two are back on our desk' } }],
    },
    ...MOVES.map((one) => move(one, start)),
    {
      on: on(4),
      by: AIKO,
      calls: (so) => [
        {
          verb: 'raiseImpediment',
          input: { team: so.team, title: 'The weather service answers slowly in the morning', item: so.item(231), owner: so.member(AIKO) },
        },
      ],
    },
  ];
}

/** A sprint is planned, where closing the one before has not made it, filled and started on its first day. */
const opening = (numbers: readonly number[], { start, goal }: Round): Deed[] => [
  {
    on: start,
    by: JONAS,
    calls: (so) => (so.sprint(start) === undefined ? [{ verb: 'createSprint', input: { team: so.team, startOn: start } }] : []),
  },
  { on: start, by: JONAS, calls: (so) => opened(so, { numbers, start, goal }) },
];

function opened(so: SoFar, { numbers, start, goal }: Round & { readonly numbers: readonly number[] }): NamedCall[] {
  const sprint = so.sprint(start)!;
  return [
    { verb: 'updateSprint', input: { sprint, goal } },
    { verb: 'planInSprint', input: { items: numbers.map(so.item), sprint } },
    { verb: 'startSprint', input: { sprint } },
  ];
}

const move = ([day, by, number, state]: Move, start: Day): Deed => ({
  on: addDays(start, day),
  by,
  calls: (so) => [{ verb: 'setState', input: { items: [so.item(number)], state: so.state(state) } }],
});
