import type { Reason, ReasonCode, Reasons } from '../../domain/cutline/reason.ts';
import { categoryInText } from '../app/category-name.ts';
import type { NameOf } from '../app/refusal-sentence.ts';
import { percentOf } from '../ui/percent.ts';
import { shortDay } from '../ui/format-day.ts';

type Texts = { readonly [C in ReasonCode]: (facts: Reasons[C], name: NameOf) => string };

/** Why a row stands where it does, in the few words that fit beside its title. */
const TEXTS: Texts = {
  held: ({ by }, name) => `held: blocked by ${name('item', by)}`,
  'held-by-hidden': () => 'held: blocked by an item you cannot see',
  full: fullText,
  'would-fit': () => 'would fit',
  together: ({ confidence }) => `not ${percentOf(confidence)} sure together`,
  'in-sprint': () => 'in sprint, below the line',
  'no-date': ({ release }, name) => `${name('release', release)} has no date`,
  'date-passed': ({ line, date }, name) => `${name('release', line)} was due ${shortDay(date, date)}`,
  'release-closed': ({ release }, name) => `${name('release', release)} is closed`,
  'other-team': ({ team, line }, name) => `${name('team', team)} is not on ${name('release', line)}`,
  'no-team': () => 'no team',
  'no-pace': ({ team }, name) => `${name('team', team)} has no pace`,
};

/** `needs 5, room for 3`, `full`; where several teams have a part in the line, whose: `Mobile full`. */
function fullText({ team, keptFor, isOneOfSeveral, needs, room }: Reasons['full'], name: NameOf): string {
  const kept = keptFor === null ? '' : categoryInText(keptFor);
  const whose = isOneOfSeveral ? `${name('team', team)} ${kept}`.trim() : kept;
  if (room <= 0) return whose === '' ? 'full' : `${whose} full`;
  return isOneOfSeveral ? `needs ${needs} of ${whose}, room for ${room}` : `needs ${needs}, room for ${room}`;
}

export function reasonText(reason: Reason, name: NameOf): string {
  const text = TEXTS[reason.code] as (facts: Reason, name: NameOf) => string; // the code picks the facts
  return text(reason, name);
}
