import { exponentialOf, normalOf, Random } from './random.ts';

/** A week counts half as much as one that is so many weeks younger. */
const HALF_LIFE_WEEKS = 4;
/** How much a week like none before counts, against the newest week. */
const UNSEEN = 1;
/** By how much the level moves from week to week, as a standard deviation of its logarithm, and how much of it stays. */
const DRIFT = 0.22;
const STAYS = 0.97;

/**
 * Of what kind the weeks of a trial are, whatever amounts a team has delivered: which of its past weeks each is like, and by what factor it is
 * better. That follows from how many past weeks there are and from chance alone, so teams with pasts of one length share it.
 *
 * The method is a Bayesian bootstrap of the past weeks (Rubin 1981), drawn as an urn (Blackwell and MacQueen 1973): a week is one of the
 * past, younger ones likelier, or one already drawn in this trial, or rarely one like none before, exponential around the long-run mean.
 * That leaves open how good the few weeks are as a sample. On top of it the team's level moves: a random walk of its logarithm whose
 * step has a size of its own in each trial, so that the whole has the tails of Student's t with four degrees of freedom. Without that a
 * forecast assumes that the next weeks are like the last, and real teams drift. The constants were chosen by back-testing.
 */
export class WeekShapes {
  /** What counts as delivered before the trial drawn last: whole items begin somewhere between two, so that none is lost by rounding. */
  before = 0;
  /** Which past week each week is like, by its place; below 0: like none before, -1 the first of {@link unseen}. */
  readonly like: Int32Array;
  readonly factor: Float64Array;
  /** How large the weeks like none before are, in so many times the mean of the past. */
  readonly unseen: number[] = [];
  /** Of how many weeks it is known. */
  week = 0;
  readonly #seed: number;
  readonly #isCounted: boolean;
  readonly #random: Random;
  /** The urn's weights of the past weeks, each with all before it. */
  readonly #upTo: Float64Array;
  readonly #inUrn: number;
  readonly #numbers = new Float64Array(AT_ONCE);
  /** The size of the trial's steps, its level, and how many of its random numbers were used. */
  #step = 0;
  #level = 0;
  #at = 0;

  /** `past`: of how many weeks the past is. `most`: no trial is longer. */
  constructor({ past, isCounted, most }: { past: number; isCounted: boolean; most: number }, seed: number) {
    this.#seed = seed;
    this.#isCounted = isCounted;
    this.#random = new Random(seed);
    this.like = new Int32Array(most);
    this.factor = new Float64Array(most);
    let all = 0;
    this.#upTo = Float64Array.from({ length: past }, (_, at) => (all += 0.5 ** ((past - 1 - at) / HALF_LIFE_WEEKS)));
    this.#inUrn = all + UNSEEN;
  }

  /** Begins a trial, by its number. */
  begin(trial: number): void {
    const numbers = this.#numbers;
    this.#random.restart(this.#seed, trial);
    this.#random.fill(numbers);
    this.#step = DRIFT * Math.sqrt(2 / -Math.log((1 - numbers[0]!) * (1 - numbers[1]!)));
    this.before = this.#isCounted ? numbers[2]! : 0;
    this.#at = this.#isCounted ? 3 : 2;
    this.#level = 0;
    this.week = 0;
    this.unseen.length = 0;
  }

  /** Goes on with the trial to so many weeks in all. */
  goOn(weeks: number): void {
    const [numbers, like, factor, unseen, step, inUrn, normal] = [this.#numbers, this.like, this.factor, this.unseen, this.#step, this.#inUrn, normalOf];
    let [at, level, week] = [this.#at, this.#level, this.week];
    for (; week < weeks; week++) {
      if (at > AT_ONCE - MOST_A_WEEK) at = refill(this.#random, numbers, at);
      const urn = numbers[at++]! * (inUrn + week);
      if (urn >= inUrn) like[week] = like[Math.floor(urn - inUrn)]!;
      else if (urn >= inUrn - UNSEEN) like[week] = -unseen.push(exponentialOf(numbers[at++]!, 1));
      else like[week] = this.#pastWeek(urn);
      level = STAYS * level + step * normal(numbers[at++]!);
      factor[week] = Math.exp(level);
    }
    [this.#at, this.#level, this.week] = [at, level, week];
  }

  #pastWeek(urn: number): number {
    let week = this.#upTo.length - 1; // the youngest are the likeliest
    while (week > 0 && this.#upTo[week - 1]! > urn) week--;
    return week;
  }
}

/** So many random numbers are made at once, of which a week uses three at most. */
const AT_ONCE = 64;
const MOST_A_WEEK = 3;

/** Keeps what is left of the numbers and makes the rest anew; gives where to go on. */
function refill(random: Random, numbers: Float64Array, at: number): number {
  numbers.copyWithin(0, at);
  random.fill(numbers, numbers.length - at);
  return 0;
}
