import { exponentialOf, normalOf, Random } from './random.ts';

/** What a team has really delivered, and what it has ahead. */
export interface Outlook {
  /** Amounts of whole weeks, oldest first, leading empty ones left out: at least {@link ENOUGH_WEEKS}. */
  readonly past: readonly number[];
  /** Whether amounts are counts of items, which are whole. */
  readonly isCounted: boolean;
  /** For each coming week the share of a usual one that the team works, 1 say, or 0.8 with a holiday in it. The last one is repeated. */
  readonly ahead: readonly number[];
}

/** With fewer weeks of history nothing is forecast. */
export const ENOUGH_WEEKS = 6;

/** A week counts half as much as one that is so many weeks younger. */
const HALF_LIFE_WEEKS = 4;
/** Older weeks say nothing any more. */
export const MOST_WEEKS = 26;
/** How much a week like none before counts, against the newest week. */
const UNSEEN = 1;
/** By how much the level moves from week to week, as a standard deviation of its logarithm, and how much of it stays. */
const DRIFT = 0.22;
const STAYS = 0.97;

/**
 * Draws the amounts that a team delivers week by week, one trial after another.
 *
 * The method is a Bayesian bootstrap of the past weeks (Rubin 1981), drawn as an urn (Blackwell and MacQueen 1973): a week is one of the
 * past, younger ones likelier, or one already drawn in this trial, or rarely one like none before, exponential around the long-run mean.
 * That leaves open how good the few weeks are as a sample. On top of it the team's level moves: a random walk of its logarithm whose
 * step has a size of its own in each trial, so that the whole has the tails of Student's t with four degrees of freedom. Without that a
 * forecast assumes that the next weeks are like the last, and real teams drift. The constants were chosen by back-testing.
 */
export class ComingWeeks {
  /** What counts as delivered before the trial drawn last: whole items begin somewhere between two, so that none is lost by rounding. */
  before = 0;
  readonly #seed: number;
  readonly #random: Random;
  readonly #past: Float64Array;
  /** The urn's weights of the past weeks, each with all before it. */
  readonly #upTo: Float64Array;
  readonly #inUrn: number;
  readonly #mean: number;
  /** At least one week. */
  readonly #ahead: Float64Array;
  readonly #isCounted: boolean;
  readonly #numbers = new Float64Array(AT_ONCE);
  /** How far the trial is: the size of its steps, its level, its weeks, and the random numbers that it has used. */
  #step = 0;
  #level = 0;
  #week = 0;
  #at = 0;
  #drawn = new Float64Array(0);

  constructor({ past, ahead, isCounted }: Outlook, seed: number) {
    this.#seed = seed;
    this.#random = new Random(seed);
    this.#past = Float64Array.from(past.slice(-MOST_WEEKS));
    this.#mean = (past.reduce((sum, amount) => sum + amount, 0) + 1) / (past.length + 1);
    this.#ahead = Float64Array.from(ahead.length === 0 ? [1] : ahead);
    this.#isCounted = isCounted;
    const { length } = this.#past;
    let all = 0;
    this.#upTo = this.#past.map((_, at) => (all += 0.5 ** ((length - 1 - at) / HALF_LIFE_WEEKS)));
    this.#inUrn = all + UNSEEN;
  }

  /**
   * Draws a trial, by its number, into a list: what its weeks bring, until all together come to an amount or the list is full. Gives how many
   * weeks that took. A trial is the same whatever is asked of it, so that what is compared differs by its cause and not by luck.
   */
  draw(trial: number, list: Float64Array, until = Infinity): number {
    if (this.#drawn.length < list.length) this.#drawn = new Float64Array(list.length);
    const numbers = this.#numbers;
    this.#random.restart(this.#seed, trial);
    this.#random.fill(numbers);
    this.#step = DRIFT * Math.sqrt(2 / -Math.log((1 - numbers[0]!) * (1 - numbers[1]!)));
    this.before = this.#isCounted ? numbers[2]! : 0;
    this.#at = this.#isCounted ? 3 : 2;
    this.#level = 0;
    this.#week = 0;
    return this.#go(list, { until, weeks: list.length });
  }

  /** Goes on with the trial drawn last, to so many weeks in all. */
  drawOn(list: Float64Array, weeks: number): number {
    return this.#go(list, { until: Infinity, weeks: Math.min(weeks, list.length) });
  }

  #go(list: Float64Array, { until, weeks }: { until: number; weeks: number }): number {
    const [numbers, drawn, ahead, step, inUrn] = [this.#numbers, this.#drawn, this.#ahead, this.#step, this.#inUrn];
    const lastAhead = ahead.length - 1;
    let [at, level, week, total] = [this.#at, this.#level, this.#week, this.before];
    for (; week < weeks && total < until; week++) {
      if (at > AT_ONCE - MOST_A_WEEK) at = refill(this.#random, numbers, at);
      const urn = numbers[at++]! * (inUrn + week);
      let amount: number;
      if (urn >= inUrn) amount = drawn[Math.floor(urn - inUrn)]!;
      else if (urn >= inUrn - UNSEEN) amount = exponentialOf(numbers[at++]!, this.#mean);
      else amount = this.#pastWeek(urn);
      drawn[week] = amount;
      level = STAYS * level + step * normalOf(numbers[at++]!);
      total += list[week] = amount * Math.exp(level) * ahead[week < lastAhead ? week : lastAhead]!;
    }
    [this.#at, this.#level, this.#week] = [at, level, week];
    return week;
  }

  #pastWeek(urn: number): number {
    let week = this.#past.length - 1; // the youngest are the likeliest
    while (week > 0 && this.#upTo[week - 1]! > urn) week--;
    return this.#past[week]!;
  }
}

/** So many random numbers are made at once, of which a week uses three at most. */
const AT_ONCE = 64;
const MOST_A_WEEK = 3;

/** Keeps what is left of the numbers and makes the rest anew; gives where to go on. */
function refill(random: Random, numbers: Float64Array, at: number): number {
  numbers.copyWithin(0, at);
  random.fill(numbers.subarray(numbers.length - at));
  return 0;
}
