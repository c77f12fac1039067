import { ComingWeeks, type Outlook } from './coming-weeks.ts';
import type { Trials } from './delivered.ts';
import { Remembered } from './remembered.ts';
import { LONGEST_WEEKS } from './working-week.ts';

/** So many weeks of each trial there is room for at first: as far as most releases are away. */
const FIRST_WEEKS = 32;

/**
 * What a team would deliver in whole weeks, in trials as {@link ComingWeeks} draws them, kept once drawn: nothing of them changes while work is
 * planned, dates are tried and holidays are entered, and to draw is most of the work of a forecast. Twelve megabytes where ten thousand trials go three years far.
 */
class KnownTrials {
  /** What its weeks would bring if all their days were worked: those of the first trial, then those of the second, each in so much room. */
  weeks: Float64Array;
  room = FIRST_WEEKS;
  /** Of how many weeks of each trial that is known, and what counts as delivered before each. */
  readonly known: Uint8Array;
  readonly befores: Float64Array;
  readonly #coming: ComingWeeks;
  readonly #trials: number;
  /** The trial that was drawn last: it can be gone on with. */
  #drawn = -1;
  readonly #list = new Float64Array(LONGEST_WEEKS);

  constructor({ past, isCounted }: Outlook, { trials, seed }: Trials) {
    this.weeks = new Float64Array(trials * FIRST_WEEKS);
    this.known = new Uint8Array(trials);
    this.befores = new Float64Array(trials);
    this.#coming = new ComingWeeks({ past, isCounted, ahead: [] }, seed);
    this.#trials = trials;
  }

  /** Draws some more weeks of a trial; gives how many are known. */
  drawMore(trial: number): number {
    const known = this.known[trial]!;
    const weeks = Math.min(LONGEST_WEEKS, known + Math.max(AT_ONCE, known >> 2));
    if (weeks > this.room) this.#makeRoom(Math.min(LONGEST_WEEKS, Math.max(weeks, this.room * 2)));
    if (this.#drawn !== trial) this.#coming.draw(trial, this.#list, 0);
    this.#coming.drawOn(this.#list, weeks);
    this.#drawn = trial;
    this.befores[trial] = this.#coming.before;
    this.weeks.set(this.#list.subarray(known, weeks), trial * this.room + known);
    return (this.known[trial] = weeks);
  }

  #makeRoom(room: number): void {
    const weeks = new Float64Array(this.#trials * room);
    for (let trial = 0; trial < this.#trials; trial++) {
      const at = trial * this.room;
      weeks.set(this.weeks.subarray(at, at + this.known[trial]!), trial * room);
    }
    this.weeks = weeks;
    this.room = room;
  }
}

/** So many weeks at least are drawn at once, and of long trials more. */
const AT_ONCE = 12;

/** The trials of an outlook: those of its past, less what days off leave of each week ahead. */
export class OutlookTrials {
  /** As of {@link ComingWeeks}. */
  before = 0;
  readonly #known: KnownTrials;
  readonly #ahead: readonly number[];

  constructor(known: KnownTrials, ahead: readonly number[]) {
    this.#known = known;
    this.#ahead = ahead.length === 0 ? [1] : ahead;
  }

  /** As {@link ComingWeeks.draw}. */
  draw(trial: number, list: Float64Array, until = Infinity): number {
    const [trials, ahead] = [this.#known, this.#ahead];
    const last = ahead.length - 1;
    let known = trials.known[trial]! || trials.drawMore(trial);
    let from = trial * trials.room;
    let total = (this.before = trials.befores[trial]!);
    let week = 0;
    for (; week < list.length && total < until; week++) {
      if (week === known) {
        known = trials.drawMore(trial);
        from = trial * trials.room;
      }
      total += list[week] = trials.weeks[from + week]! * ahead[week < last ? week : last]!;
    }
    return week;
  }
}

/** The trials of an outlook, drawn once for a past. */
export function trialsOf(outlook: Outlook, trials: Trials): OutlookTrials {
  const key = JSON.stringify([outlook.past, outlook.isCounted, trials]);
  return new OutlookTrials(
    pasts.of(key, () => new KnownTrials(outlook, trials)),
    outlook.ahead,
  );
}

/** As many as most products have teams. */
const pasts = new Remembered<KnownTrials>(6);
