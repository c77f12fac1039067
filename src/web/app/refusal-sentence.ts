import type { Blocker, RefusalCode, Refusals } from '../../domain/kernel/refusal.ts';
import type { Why } from '../store/command.ts';
import { exactDay } from '../ui/format-day.ts';
import { grouped } from '../ui/grouped.ts';

/** How things are named in a sentence: an item by its key and title, a member by name. */
export type NameOf = (collection: string, id: string) => string;

type Sentences = { readonly [C in RefusalCode]: (facts: Refusals[C], name: NameOf) => string };

/** Every refusal in words: what is so, and where possible what to do. Total, so that a missing one does not compile. */
const SENTENCES: Sentences = {
  'not-there': () => 'It is not there any more, or it is not for you to see.',
  'not-allowed': ({ may }) => `Your role does not let you ${MAY[may] ?? may}.`,
  'id-taken': () => 'This was already saved.',
  'key-taken': ({ key }) => `The key ${key} belongs to another product.`,
  'other-product': ({ item }, name) => `${name('item', item)} belongs to another product.`,
  'would-cycle': ({ path }, name) => `That would close a circle: ${path.map((id) => name('item', id)).join(' → ')}.`,
  'parent-not-larger': ({ parent }, name) => `${name('item', parent)} is not of a larger type, so it cannot be the parent.`,
  'not-ranked': ({ item }, name) => `${name('item', item)} has no place of its own in the order.`,
  'not-open': ({ item }, name) => `${name('item', item)} is not open.`,
  'state-in-use': ({ items }) => `${items} items are in this state. Choose where they go.`,
  'no-such-state': ({ group }) => `The workflow has no state that is ${group}.`,
  'last-in-group': () => 'A product needs a state to start in and one to end in.',
  'stale-text': () => 'Somebody saved this text while you were writing. Both are kept: yours is here, theirs in the item.',
  'nothing-to-undo': () => 'Everything that this changed has been changed again since.',
  'built-on': () => 'Others have built on this, so it can only go to the trash.',
  'check-incomplete': ({ kind }) => (kind === 'size' ? 'Say how large is too large.' : 'Say in a few words what is asked.'),
  lasting: ({ what }) => `${what} cannot be taken back.`,
  'same-twice': ({ what }) => `${what} is there already.`,
  'release-closed': ({ release }, name) => `${name('release', release)} is closed.`,
  'release-open': ({ release }, name) => `${name('release', release)} is open already.`,
  'no-notes': ({ release }, name) => `${name('release', release)} has no notes yet. Write them first.`,
  'no-date': ({ release }, name) => `${name('release', release)} has no date.`,
  'date-line-there': ({ date, name }) => `A line is drawn on ${exactDay(date)} already${name === '' ? '' : `: ${name}`}. Change that one.`,
  'date-passed': ({ date }) => `${date} has passed. Choose today or a later day.`,
  'return-not-ahead': () => 'The day to come back on lies ahead: choose tomorrow or a later one.',
  'date-before-start': () => 'The date is before the start.',
  'wip-full': ({ state, limit }, name) => `${name('state', state)} takes at most ${limit}. Finish something first.`,
  'sprint-closed': ({ sprint }, name) => `${name('sprint', sprint)} is closed.`,
  'sprint-without-team': ({ sprint }, name) => `${name('sprint', sprint)} came with an import: nothing but its name is known.`,
  'sprint-running': ({ sprint }, name) => `${name('sprint', sprint)} is under way already. Close it first.`,
  'sprint-not-started': ({ sprint }, name) => `${name('sprint', sprint)} has not been started.`,
  'sprints-overlap': ({ sprint }, name) => `${name('sprint', sprint)} has some of these days.`,
  'not-in-sprint': ({ item, sprint }, name) => `${name('item', item)} is not in ${name('sprint', sprint)}.`,
  'left-in-sprint': ({ item, sprint }, name) =>
    `${name('item', item)} is in ${name('sprint', sprint)}, so the team still works on its product. Take it out first.`,
  'other-team': ({ item, team }, name) => `${name('item', item)} belongs to ${name('team', team)}.`,
  'not-in-queue': ({ item, team }, name) => `${name('item', item)} does not wait for ${name('team', team)}.`,
  'against-rank': ({ item, other }, name) => `${name('item', item)} ranks above ${name('item', other)} in its product, so it can’t stand below it here.`,
  'team-in-flow': ({ team }, name) => `${name('team', team)} works in continuous flow, without sprints.`,
  'over-all': ({ team, percent }, name) => `The shares of ${name('team', team)} would come to ${percent} %. Keep at most 100 %.`,
  'no-pace': ({ team }, name) => `Nobody has said how much ${name('team', team)} does in two weeks.`,
  'not-a-lead': ({ member }, name) => `${name('member', member)} cannot be a lead: only an admin, a product manager or a team member can.`,
  'last-admin': () => 'A workspace needs an admin. Make somebody else one first.',
  'member-exists': ({ member }, name) => `${name('member', member)} is a member already.`,
  'sign-in-only': ({ what }) => `${what} needs a person who is signed in.`,
  'too-many': ({ what, most }) => `${what} may be at most ${grouped(most)}.`,
  'import-not-running': () => 'This import has ended.',
  'has-children': ({ item }, name) => `${name('item', item)} has children.`,
  'nothing-to-fill': () => 'There is nothing left to add above the line.',
};

const MAY: Readonly<Record<string, string>> = {
  'edit-items': 'edit items',
  'rank-items': 'change the order',
  'plan-releases': 'plan releases',
  'plan-sprints': 'plan sprints of this team',
  'set-capacity': 'set capacity',
  'promise-dates': 'promise dates',
  'edit-product': 'edit the product',
  import: 'import',
  'manage-members': 'manage members',
  'manage-tokens': 'manage tokens',
};

/** One refusal in a sentence. */
export function refusalSentence(blocker: Blocker, name: NameOf): string {
  const say = SENTENCES[blocker.code] as (facts: Blocker, name: NameOf) => string; // the code picks the facts
  return say(blocker, name);
}

/** Why a command was not done, in a sentence. */
export function whySentence(why: Why, name: NameOf): string {
  if (why.kind === 'rule') return why.blockers.map((blocker) => refusalSentence(blocker, name)).join(' ');
  return why.problems.map(({ path, message }) => `${path}: ${message}.`).join(' ');
}
