import type { Reason, ReasonCode, Reasons } from '../../domain/cutline/reason.ts';
import { categoryInText } from '../app/category-name.ts';
import type { NameOf } from '../app/refusal-sentence.ts';
import { shortDay } from '../ui/format-day.ts';

type Texts = { readonly [C in ReasonCode]: (facts: Reasons[C], name: NameOf) => string };

/** Why a row stands where it does, in the few words that fit beside its title. */
const TEXTS: Texts = {
  held: ({ by }, name) => `held: blocked by ${name('item', by)}`,
  'held-by-hidden': () => 'held: blocked by an item you cannot see',
  full: ({ needs, room, keptFor }) => (room > 0 ? `needs ${needs}, room for ${room}` : keptFor === null ? 'full' : `${categoryInText(keptFor)} full`),
  'would-fit': () => 'would fit',
  'no-date': ({ release }, name) => `${name('release', release)} has no date`,
  'date-passed': ({ line, date }, name) => `${name('release', line)} was due ${shortDay(date, date)}`,
  'release-closed': ({ release }, name) => `${name('release', release)} is closed`,
  'other-team': ({ team, line }, name) => `${name('team', team)} is not on ${name('release', line)}`,
  'no-team': () => 'no team',
  'no-pace': ({ team }, name) => `${name('team', team)} has no pace`,
};

export function reasonText(reason: Reason, name: NameOf): string {
  const text = TEXTS[reason.code] as (facts: Reason, name: NameOf) => string; // the code picks the facts
  return text(reason, name);
}
