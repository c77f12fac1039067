import type { Arithmetic } from '../../domain/cutline/arithmetic.ts';
import type { Fix } from '../../domain/cutline/fix.ts';
import type { WhyCode, WhyReason, WhyReasons } from '../../domain/cutline/reason.ts';
import { categoryInText } from '../app/category-name.ts';
import type { NameOf } from '../app/refusal-sentence.ts';
import { percentOf } from '../ui/percent.ts';
import { shortDay } from '../ui/format-day.ts';
import { grouped } from '../ui/grouped.ts';
import { tenth } from '../ui/tenth.ts';

type Sentences = { readonly [C in WhyCode]: (facts: WhyReasons[C], name: NameOf) => string };

const SENTENCES: Sentences = {
  taken: ({ line }, name) => `It is in ${name('release', line)} and fits above its line.`,
  'would-be-taken': ({ line }, name) => `The line of ${name('release', line)} takes it, and it is in no release yet.`,
  below: ({ line, rows }, name) => `It stands ${grouped(rows)} ${rows === 1 ? 'row' : 'rows'} below the line of ${name('release', line)}.`,
  'no-line': () => 'No line is drawn yet: nobody has said how much fits, and by when.',
  parent: ({ above, of }) => `${above} of ${of} of its rows stand above a line. A parent has no place of its own.`,
  task: ({ story }, name) => (story === null ? 'A task has no place of its own.' : `A task stands and falls with ${name('item', story)}.`),
  'no-place': ({ because }) => NO_PLACE[because],
  held: ({ line, by }, name) =>
    `It is held: ${name('item', by)} must be finished first and is not planned before it for ${name('release', line)}. It uses no room.`,
  'held-by-hidden': ({ line }, name) =>
    `It is held for ${name('release', line)} by an item that you cannot see. It uses no room. Who sees that item may see the line elsewhere.`,
  full: ({ line, team, keptFor, needs, room }, name) =>
    keptFor === null
      ? `${name('team', team)} is full for ${name('release', line)}: it needs ${needs}, and there is room for ${room}.`
      : `What ${name('team', team)} keeps for ${categoryInText(keptFor)} is full for ${name('release', line)}: it needs ${needs}, and there is room for ${room}.`,
  'would-fit': ({ stoppedBy, needs, room }, name) =>
    `Its ${needs} would fit the room for ${room}, but ${name('item', stoppedBy)} ranks above it and did not fit. Rank is the priority.`,
  together: ({ line, team, confidence }, name) =>
    `It needs several teams. Each has room for ${name('release', line)}, but that all of them finish it by then is less likely than ${percentOf(confidence)}; ${name('team', team)} is the least sure.`,
  'in-sprint': ({ line }, name) => `It is in a running sprint, so ${name('release', line)} takes it first, whatever its rank. It ranks below the line.`,
  'no-date': ({ release }, name) => `${name('release', release)} has no date, so it draws no line.`,
  'date-passed': ({ line, date }, name) => `${name('release', line)} was due ${shortDay(date, date)}: no working day is left before it.`,
  'release-closed': ({ release }, name) => `${name('release', release)} is closed, and this is still open.`,
  'other-team': ({ line, team }, name) => `${name('team', team)} does not work on ${name('release', line)}.`,
  'no-team': () => 'No team works on this product yet.',
  'no-pace': ({ team }, name) => `Nobody has said how much ${name('team', team)} does in two weeks.`,
};

const NO_PLACE = {
  done: 'It is done.',
  declined: 'It was declined.',
  parked: 'It is parked: not now.',
  trashed: 'It is in the trash.',
  triage: 'It waits in triage to be accepted.',
} as const;

/** Why a row is where it is, in one sentence. */
export function whySentenceOf(reason: WhyReason, name: NameOf): string {
  const say = SENTENCES[reason.code] as (facts: WhyReason, name: NameOf) => string; // the code picks the facts
  return say(reason, name);
}

/** The sum behind it, in lines of a label and a figure. */
export function arithmeticLines(sum: Arithmetic, unit: string, today: string): { label: string; figure: string }[] {
  const { before, needs, isGuess } = sum;
  return [
    ...capacityLines(sum, unit, today),
    { label: 'taken before it', figure: `− ${before}` },
    { label: 'room for it', figure: String(sum.room) },
    { label: isGuess ? 'it counts as (guessed: the median of its type)' : 'it needs', figure: `${isGuess ? '~' : ''}${needs}` },
  ];
}

/** What is delivered until the line's date: as the past says, else by the pace that somebody has set. */
function capacityLines(
  { forecast, weeks, pace, workingDays, from, to, whole, ...sum }: Arithmetic,
  unit: string,
  today: string,
): { label: string; figure: string }[] {
  if (!forecast) {
    const label = `${pace} ${unit} per two weeks × ${tenth(workingDays)} working days ÷ 10 (${shortDay(from, today)} to ${shortDay(to, today)})`;
    return [{ label, figure: String(whole) }, ...keptLine(sum), ...sprintLine(sum)];
  }
  const { confidence, earlier } = forecast;
  const label = `delivers ${whole} ${unit} by ${shortDay(to, today)} with ${percentOf(confidence)} (as in the last ${weeks} weeks)`;
  const taken = earlier > 0 ? [{ label: 'taken by earlier lines', figure: `− ${earlier}` }] : [];
  return [{ label, figure: String(whole) }, ...keptLine(sum), ...taken, ...sprintLine(sum)];
}

/** Work that is left in running sprints comes first, for whatever release it is. */
function sprintLine({ inSprints }: Pick<Arithmetic, 'inSprints'>): { label: string; figure: string }[] {
  if (inSprints === 0) return [];
  if (inSprints < 0) return [{ label: 'in a sprint, and taken off for an earlier line', figure: `+ ${-inSprints}` }];
  return [{ label: 'left in a running sprint for other releases', figure: `− ${inSprints}` }];
}

/** What the row does not draw on, because it is kept for something else. */
function keptLine({ kept, keptFor, percent, shares }: Pick<Arithmetic, 'kept' | 'keptFor' | 'percent' | 'shares'>): { label: string; figure: string }[] {
  if (shares.length === 0) return [];
  const figure = `− ${kept}`;
  if (keptFor !== null) return [{ label: `all but the ${percent} % kept for ${categoryInText(keptFor)}`, figure }];
  return [{ label: `kept for ${shares.map((share) => `${categoryInText(share.category)} (${share.percent} %)`).join(', ')}`, figure }];
}

/** What a step is called on its button. */
export function fixLabel(fix: Fix, name: NameOf, today: string): string {
  const { call } = fix;
  if (call.verb === 'putInRelease') {
    const { release, items } = call.input;
    if (fix.code === 'take-out') return 'Take it out of its release';
    return fix.code === 'put-blocker-in' ? `Put ${name('item', items[0]!)} in ${name('release', release!)}` : `Put in ${name('release', release!)}`;
  }
  if (call.verb === 'moveItems') {
    const { place, items } = call.input;
    const where = 'before' in place ? name('item', place.before) : 'the top';
    return fix.code === 'move-blocker-above' ? `Move the blocker ${name('item', items[0]!)} above` : `Move above ${where}`;
  }
  if (call.verb === 'updateRelease' && typeof call.input.dueOn === 'string') return `Move the date to ${shortDay(call.input.dueOn, today)}`;
  return LABELS[fix.code];
}

const LABELS: Record<Fix['code'], string> = {
  'put-in': 'Put it in',
  'take-out': 'Take it out',
  'move-above': 'Move it up',
  'move-blocker-above': 'Move the blocker above',
  'put-blocker-in': 'Put the blocker in',
  'set-date': 'Set the date',
  'set-pace': 'Set the pace',
  'make-team': 'Make a team',
  'add-team': 'Add the team',
};
