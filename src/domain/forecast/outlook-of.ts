import type { View } from '../collections.ts';
import type { Day } from '../kernel/day.ts';
import type { Unit } from '../product/product.ts';
import { ENOUGH_WEEKS, type Outlook } from './coming-weeks.ts';
import { pastWeeks, type Whose } from './past-weeks.ts';
import { weeksAhead } from './weeks-ahead.ts';

export interface Known {
  /** Of how many whole weeks it is known what the team delivered. */
  readonly weeks: number;
  /** Null: they are too few to forecast from. */
  readonly outlook: Outlook | null;
}

/** Without anything finished for so long a past says nothing of the weeks ahead: it is that of an old export, or of a team that has left. */
const LONGEST_PAUSE_WEEKS = 4;

/** What a team has delivered of a product and has ahead; no outlook where there is too little history to forecast from, but of how many weeks it is. */
export function outlookOf(view: View, whose: Whose, when: { today: Day; unit: Unit }): Known {
  const past = pastWeeks(view, whose, when);
  if (past.slice(-LONGEST_PAUSE_WEEKS).every((amount) => amount === 0)) return { weeks: 0, outlook: null };
  if (past.length < ENOUGH_WEEKS) return { weeks: past.length, outlook: null };
  const ahead = whose.team === null ? [] : weeksAhead(view, whose.team, when.today);
  return { weeks: past.length, outlook: { past, ahead, isCounted: when.unit === 'items' } };
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
