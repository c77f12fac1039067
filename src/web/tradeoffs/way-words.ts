import type { Deed, DeedCode, DeedOf, Way } from '../../domain/tradeoffs/way.ts';
import type { NameOf } from '../app/refusal-sentence.ts';
import { shortDay } from '../ui/format-day.ts';
import { grouped } from '../ui/grouped.ts';

interface Told {
  readonly name: NameOf;
  readonly today: string;
  /** The row that is asked about. */
  readonly item: string;
  /** How it is called: `it` beside itself, by its key elsewhere. */
  readonly it: string;
}
type Texts = { readonly [C in DeedCode]: (deed: DeedOf<C>, told: Told) => string };

const TEXTS: Texts = {
  unblock: ({ blockers }, { name, it }) => `Plan ${named(blockers, name)} before ${it}`,
  swap: (deed, { name, it }) => `Swap ${it} with ${named(deed.with, name)}`,
  'move-up': ({ position, blockers }, { name, it }) =>
    `Move ${it} up to position ${grouped(position)}${blockers.length > 0 ? `, after ${named(blockers, name)}` : ''}`,
  split: ({ part, rest, team }, { name, it }) =>
    `Split ${it}${team === null ? '' : ` for ${name('team', team)}`}: ${part} ${part === 1 ? 'point' : 'points'} now, the other ${rest} later`,
  shrink: ({ from, to, team }, { name, it }) => `Make ${it} smaller${team === null ? '' : ` for ${name('team', team)}`}: ${to} instead of ${from}`,
  'later-date': ({ release, from, to }, { name, today }) =>
    from === null ? `Date ${name('release', release)}: ${shortDay(to, today)}` : `Move ${name('release', release)} to ${shortDay(to, today)}`,
  'more-pace': ({ team, from, to }, { name }) => `${name('team', team)} does ${to} in two weeks${from === null ? '' : ` instead of ${from}`}`,
  'free-person': ({ member, from, to }, { name, today }) => `${name('member', member)} is there ${days(from, to, today)}`,
  'block-later': ({ blocker }, { name, it }) => `${name('item', blocker)}, which blocks ${it}, goes below it`,
  'move-down': ({ position, below }, { name, it }) => `${capital(it)} goes down to position ${grouped(position)}, below ${name('item', below)}`,
  overtaken: ({ by }, { name, it }) => `${name('item', by)} goes above ${it}`,
  grow: ({ item, from, to }, told) => `${item === told.item ? capital(told.it) : told.name('item', item)} grows from ${from} to ${to}`,
  'earlier-date': ({ release, to }, { name, today }) => `${name('release', release)} is due on ${shortDay(to, today)} already`,
  'less-pace': ({ team, from, to }, { name }) => `${name('team', team)} does ${to} in two weeks instead of ${from}`,
  'lost-days': ({ team, days: lost, from, to }, { name, today }) =>
    `${name('team', team)} loses ${lost} working ${lost === 1 ? 'day' : 'days'} (${days(from, to, today)})`,
  'person-away': ({ member, to }, { name, today }) => `${name('member', member)} is away until ${shortDay(to, today)}`,
};

/** A change in a few words. */
export function deedWords(deed: Deed, told: Told): string {
  const text = TEXTS[deed.code] as (deed: Deed, told: Told) => string; // the code picks the facts
  return text(deed, told);
}

/** What else a change does: who comes above and who falls below a line, and which promises are crossed. */
export function alsoWords({ sides, crossed }: Pick<Way, 'sides' | 'crossed'>, { name, today }: Pick<Told, 'name' | 'today'>): string {
  const parts = sides.flatMap(({ line, above, below }) => [
    below.length > 0 ? `${named(below, name)} ${below.length === 1 ? 'falls' : 'fall'} below ${name('release', line)}` : '',
    above.length > 0 ? `${named(above, name)} ${above.length === 1 ? 'comes' : 'come'} above ${name('release', line)}` : '',
  ]);
  const promises = crossed.map((one) =>
    one.code === 'release'
      ? `${name('release', one.release)} would not hold all that is in it`
      : `breaks the promise of ${name('item', one.item)}, ${shortDay(one.promised, today)}`,
  );
  return [...parts.filter((part) => part !== ''), ...promises].join(' · ');
}

/** How many are named; the others are counted. */
const NAMED = 3;

function named(ids: readonly string[], name: NameOf): string {
  const rest = ids.length - NAMED;
  const shown = ids.slice(0, rest > 0 ? NAMED - 1 : NAMED).map((id) => name('item', id));
  if (rest > 0) return `${shown.join(', ')} and ${rest + 1} more`;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

const days = (from: string, to: string, today: string): string =>
  from === to ? `on ${shortDay(from, today)}` : `${shortDay(from, today)} to ${shortDay(to, today)}`;

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
