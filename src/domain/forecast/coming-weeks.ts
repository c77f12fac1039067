import { Random } from './random.ts';

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
  readonly #seed: number;
  readonly #random: Random;
  readonly #past: Float64Array;
  /** The urn's weights of the past weeks, each with all before it. */
  readonly #upTo: Float64Array;
  readonly #inUrn: number;
  readonly #mean: number;
  readonly #ahead: readonly number[];
  readonly #isCounted: boolean;
  #drawn = new Float64Array(64);
  #week = 0;
  #level = 0;
  #step = 0;

  constructor({ past, ahead, isCounted }: Outlook, seed: number) {
    this.#seed = seed;
    this.#random = new Random(seed);
    this.#past = Float64Array.from(past.slice(-MOST_WEEKS));
    this.#mean = (past.reduce((sum, amount) => sum + amount, 0) + 1) / (past.length + 1);
    this.#ahead = ahead;
    this.#isCounted = isCounted;
    const { length } = this.#past;
    let all = 0;
    this.#upTo = this.#past.map((_, at) => (all += 0.5 ** ((length - 1 - at) / HALF_LIFE_WEEKS)));
    this.#inUrn = all + UNSEEN;
  }

  /**
   * Begins a trial, by its number: it is the same whatever is asked of it, so that what is compared differs by its cause and not by luck.
   * Gives what counts as delivered before it: whole items begin somewhere between two, so that none is lost by rounding.
   */
  begin(trial: number): number {
    const random = this.#random;
    random.restart(this.#seed, trial);
    this.#week = 0;
    this.#level = 0;
    this.#step = DRIFT * Math.sqrt(2 / -Math.log((1 - random.next()) * (1 - random.next())));
    return this.#isCounted ? random.next() : 0;
  }

  /** What the trial's next week brings. */
  next(): number {
    const week = this.#week++;
    if (week === this.#drawn.length) this.#drawn = grown(this.#drawn);
    const amount = this.#draw(week);
    this.#drawn[week] = amount;
    this.#level = STAYS * this.#level + this.#step * this.#random.normal();
    const share = this.#ahead[Math.min(week, this.#ahead.length - 1)] ?? 1;
    return amount * Math.exp(this.#level) * share;
  }

  #draw(drawn: number): number {
    const at = this.#random.next() * (this.#inUrn + drawn);
    if (at >= this.#inUrn) return this.#drawn[Math.floor(at - this.#inUrn)]!;
    if (at >= this.#inUrn - UNSEEN) return this.#random.exponential(this.#mean);
    let week = this.#past.length - 1; // the youngest are the likeliest
    while (week > 0 && this.#upTo[week - 1]! > at) week--;
    return this.#past[week]!;
  }
}

function grown(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}
