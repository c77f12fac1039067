import { trialsOf, type OutlookTrials } from '../forecast/known-trials.ts';
import { DAYS_A_WEEK, LONGEST_DAYS, LONGEST_WEEKS, partOfWeek } from '../forecast/working-week.ts';
import { NEVER } from './rows-at-work.ts';
import type { Lane } from './work-plan.ts';

/** So far apart are the trials of two teams: those of one number would be equally lucky. */
const APART = 7919;

export interface Trialling {
  readonly trials: number;
  readonly seed: number;
  /** The place of the team among those that are worked out together. */
  readonly shift: number;
  /** What it has to do. */
  readonly amount: number;
  /** The last day that is of interest: what is not finished by then is told as never finished. */
  readonly until: number;
}

/** What a team has delivered in all by the end of each day of a trial. */
export class TeamDays {
  /** By each day that has been worked out, which are whole weeks; after the last one any amount, so that nothing looks further. */
  readonly upTo = new Float64Array(LONGEST_DAYS + 2);
  /** The last day that has been worked out. */
  last = 0;
  #before = 0;
  #trial = 0;
  readonly #given: Trialling;
  readonly #coming: OutlookTrials | null;
  readonly #amounts: Float64Array;
  /** The last day of the last week that is of interest. */
  readonly #longest: number;

  constructor({ outlook, pace, ahead }: Lane, given: Trialling) {
    this.#given = given;
    this.#amounts = new Float64Array(Math.min(LONGEST_WEEKS, Math.ceil(given.until / DAYS_A_WEEK)));
    this.#longest = this.#amounts.length * DAYS_A_WEEK;
    this.#coming = outlook && trialsOf(outlook, { trials: given.trials, seed: given.seed });
    if (!outlook) this.#atPace(((pace ?? 0) * DAYS_A_WEEK) / 10, ahead);
  }

  begin(trial: number): void {
    if (!this.#coming) return;
    const { trials, shift, amount } = this.#given;
    this.#trial = (trial + shift * APART) % trials;
    const weeks = this.#coming.draw(this.#trial, this.#amounts, amount);
    this.last = 0;
    this.#before = this.#coming.before;
    this.#fillTo(weeks);
  }

  /** What has been delivered by a day. */
  by(day: number): number {
    while (day > this.last) this.#more();
    return this.upTo[day]!;
  }

  /** The first day from one on by which so much has been delivered; {@link NEVER}: not by the last day of interest. */
  firstWith(amount: number, from: number): number {
    for (let day = from; ;) {
      while (this.upTo[day]! < amount) day++;
      if (day <= this.last) return day;
      if (this.last === this.#longest) return NEVER;
      this.#more();
    }
  }

  /** Who had to wait needs more weeks than the work comes to. */
  #more(): void {
    this.#fillTo(this.#coming!.draw(this.#trial, this.#amounts.subarray(0, this.last / DAYS_A_WEEK + 12))); // at a pace all days are known
  }

  #fillTo(weeks: number): void {
    const [upTo, amounts] = [this.upTo, this.#amounts];
    const days = DAYS_A_WEEK;
    let day = this.last;
    let before = this.#before;
    for (let week = day / days; week < weeks; week++) {
      const amount = amounts[week]!;
      for (let ofWeek = 1; ofWeek < days; ofWeek++) upTo[++day] = before + (amount * ofWeek) / days;
      upTo[++day] = before + amount; // as {@link partOfWeek} has it
      before += amount;
    }
    upTo[day + 1] = Infinity;
    this.last = day;
    this.#before = before;
  }

  #atPace(aWeek: number, ahead: readonly number[]): void {
    let before = 1e-9; // 2.3 × 100 ÷ 10 is 22.999… in binary
    for (let day = 0; day < this.#longest; day += DAYS_A_WEEK) {
      const amount = aWeek * (ahead[Math.min(day / DAYS_A_WEEK, ahead.length - 1)] ?? 1);
      for (let ofWeek = 1; ofWeek <= DAYS_A_WEEK; ofWeek++) this.upTo[day + ofWeek] = before + partOfWeek(amount, ofWeek);
      before += amount;
    }
    this.upTo[this.#longest + 1] = Infinity;
    this.last = this.#longest;
  }
}
