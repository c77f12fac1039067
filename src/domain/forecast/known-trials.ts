import { ComingWeeks, type Outlook } from './coming-weeks.ts';
import type { Trials } from './delivered.ts';
import { Remembered } from './remembered.ts';
import { LONGEST_WEEKS } from './working-week.ts';

/**
 * The trials of a team as {@link ComingWeeks} draws them, kept once they have been drawn: nothing of them changes while work is planned, and a
 * schedule is worked out anew after each change of the plan. Twelve megabytes of ten thousand trials.
 */
export class KnownTrials {
  /** What counts as delivered before the trial asked for last. */
  before = 0;
  readonly #coming: ComingWeeks;
  readonly #weeks: Float64Array;
  readonly #known: Uint8Array;
  readonly #befores: Float64Array;
  /** Which trial was drawn last, and how many weeks of it. */
  #drawn = { trial: -1, weeks: 0 };

  constructor(outlook: Outlook, { trials, seed }: Trials) {
    this.#coming = new ComingWeeks(outlook, seed);
    this.#weeks = new Float64Array(trials * LONGEST_WEEKS);
    this.#known = new Uint8Array(trials);
    this.#befores = new Float64Array(trials);
  }

  /** As {@link ComingWeeks.draw}. */
  draw(trial: number, list: Float64Array, until: number): number {
    const [weeks, from, known] = [this.#weeks, trial * LONGEST_WEEKS, Math.min(list.length, this.#known[trial]!)];
    let total = (this.before = this.#befores[trial]!);
    let week = 0;
    for (; week < known && total < until; week++) total += list[week] = weeks[from + week]!;
    if (known > 0 && (total >= until || week === list.length)) return week;
    const count = this.#coming.draw(trial, list, until);
    this.before = this.#befores[trial] = this.#coming.before;
    return this.#keep(trial, list, count);
  }

  /** As {@link ComingWeeks.drawOn}, of any trial. */
  drawOn(trial: number, list: Float64Array, wanted: number): number {
    const [from, known, weeks] = [trial * LONGEST_WEEKS, this.#known[trial]!, Math.min(wanted, list.length)];
    list.set(this.#weeks.subarray(from, from + Math.min(known, weeks)));
    if (known >= weeks) return weeks;
    if (this.#drawn.trial === trial && this.#drawn.weeks === known) this.#coming.drawOn(list, weeks);
    else this.#coming.draw(trial, list.subarray(0, weeks));
    return this.#keep(trial, list, weeks);
  }

  #keep(trial: number, list: Float64Array, weeks: number): number {
    const known = this.#known[trial]!;
    this.#drawn.trial = trial;
    this.#drawn.weeks = weeks;
    if (weeks > known) {
      this.#known[trial] = weeks;
      this.#weeks.set(list.subarray(known, weeks), trial * LONGEST_WEEKS + known);
    }
    return weeks;
  }
}

/** The trials of an outlook, the same as long as it is the same. */
export const trialsOf = (outlook: Outlook, trials: Trials): KnownTrials =>
  known.of(JSON.stringify([outlook.past, outlook.ahead, outlook.isCounted, trials]), () => new KnownTrials(outlook, trials));

/** As many as most products have teams. */
const known = new Remembered<KnownTrials>(6);
