import type { View } from '../collections.ts';
import { addDays, daysBetween, type Day } from '../kernel/day.ts';
import type { Unit } from '../product/product.ts';
import type { Team } from '../team/team.ts';
import { ENOUGH_WEEKS, type Outlook } from './outlook.ts';
import { pastWeeks, type Whose } from './past-weeks.ts';
import { weeksAhead } from './weeks-ahead.ts';

export interface Known {
  /** Of how many whole weeks it is known what the team delivered. */
  readonly weeks: number;
  /** Null: they are too few to forecast from, or a newer pace stands against them. */
  readonly outlook: Outlook | null;
  /** The day from which they count again, where somebody set a pace against them; null: no pace stands against them. */
  readonly paceUntil: Day | null;
  /** For each coming week the share of a usual one that the team works; the last one is repeated. */
  readonly ahead: readonly number[];
}

/** Without anything finished for so long a past says nothing of the weeks ahead: it is that of an old export, or of a team that has left. */
const LONGEST_PAUSE_WEEKS = 4;

/** What a team has delivered of a product and has ahead; no outlook where there is too little history to forecast from, but of how many weeks it is. */
export function outlookOf(view: View, whose: Whose, when: { today: Day; unit: Unit }): Known {
  const past = pastWeeks(view, whose, when);
  const ahead = whose.team === null ? [] : weeksAhead(view, whose.team, when.today);
  if (past.slice(-LONGEST_PAUSE_WEEKS).every((amount) => amount === 0)) return { weeks: 0, outlook: null, paceUntil: null, ahead };
  if (past.length < ENOUGH_WEEKS) return { weeks: past.length, outlook: null, paceUntil: null, ahead };
  const paceUntil = whose.team === null ? null : paceUntilOf(view.get('team', whose.team), past.length, when.today);
  if (paceUntil) return { weeks: past.length, outlook: null, paceUntil, ahead };
  return { weeks: past.length, outlook: { past, ahead, isCounted: when.unit === 'items' }, paceUntil, ahead };
}

/**
 * Until when a pace counts although there is a past: who sets one against enough weeks knows something that they do not tell, and it holds
 * until as many whole weeks tell of it. A pace that was set before there was enough history only stood in for it.
 */
function paceUntilOf({ pace, paceSetOn }: Team, weeks: number, today: Day): Day | null {
  if (pace === null || paceSetOn === null) return null;
  const since = Math.floor(daysBetween(paceSetOn, today) / 7);
  return since < ENOUGH_WEEKS && weeks - since >= ENOUGH_WEEKS ? addDays(paceSetOn, 7 * ENOUGH_WEEKS) : null;
}

/** The outlooks of a product's teams on a day, each worked out when it is first asked for. */
export class Outlooks {
  readonly #ask: (team: string) => Known;
  readonly #known = new Map<string, Known>();

  constructor(view: View, { product, firstTeam }: Omit<Whose, 'team'>, when: { today: Day; unit: Unit }) {
    this.#ask = (team) => outlookOf(view, { product, team, firstTeam }, when);
  }

  of(team: string): Known {
    let known = this.#known.get(team);
    if (!known) this.#known.set(team, (known = this.#ask(team)));
    return known;
  }
}
