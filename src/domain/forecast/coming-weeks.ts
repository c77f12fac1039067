import { countedOf, type Outlook } from './outlook.ts';
import { WeekShapes } from './week-shapes.ts';

/** Draws the amounts that a team delivers week by week, one trial after another: how, say the {@link WeekShapes}. */
export class ComingWeeks {
  readonly #past: Float64Array;
  readonly #mean: number;
  /** At least one week. */
  readonly #ahead: Float64Array;
  readonly #isCounted: boolean;
  readonly #seed: number;
  #shapes: WeekShapes;
  /** How many weeks of the trial drawn last have been told. */
  #drawn = 0;

  constructor({ past, ahead, isCounted }: Outlook, seed: number) {
    ({ past: this.#past, mean: this.#mean } = countedOf(past));
    this.#ahead = Float64Array.from(ahead.length === 0 ? [1] : ahead);
    this.#isCounted = isCounted;
    this.#seed = seed;
    this.#shapes = this.#shapesOf(0);
  }

  /** As of {@link WeekShapes}. */
  get before(): number {
    return this.#shapes.before;
  }

  /**
   * Draws a trial, by its number, into a list: what its weeks bring, until all together come to an amount or the list is full. Gives how many
   * weeks that took. A trial is the same whatever is asked of it, so that what is compared differs by its cause and not by luck.
   */
  draw(trial: number, list: Float64Array, until = Infinity): number {
    if (this.#shapes.like.length < list.length) this.#shapes = this.#shapesOf(list.length);
    this.#shapes.begin(trial);
    this.#drawn = 0;
    return this.#go(list, { weeks: list.length, until });
  }

  /** Goes on with the trial drawn last, to so many weeks in all. */
  drawOn(list: Float64Array, weeks: number): number {
    return this.#go(list, { weeks: Math.min(weeks, list.length), until: Infinity });
  }

  #go(list: Float64Array, { weeks, until }: { weeks: number; until: number }): number {
    const [shapes, past, ahead, mean] = [this.#shapes, this.#past, this.#ahead, this.#mean];
    const { like, factor, unseen } = shapes;
    const last = ahead.length - 1;
    let week = this.#drawn;
    let total = until === Infinity ? 0 : shapes.before; // only a trial that is begun is drawn until an amount
    for (; week < weeks && total < until; week++) {
      if (week === shapes.week) shapes.goOn(until === Infinity ? weeks : Math.min(weeks, week + AT_ONCE));
      const of = like[week]!;
      const amount = of >= 0 ? past[of]! : mean * unseen[-of - 1]!;
      total += list[week] = amount * factor[week]! * ahead[week < last ? week : last]!;
    }
    return (this.#drawn = week);
  }

  #shapesOf(most: number): WeekShapes {
    return new WeekShapes({ past: this.#past.length, isCounted: this.#isCounted, most }, this.#seed);
  }
}

/** So many weeks are drawn at once where nobody knows how many are needed. */
const AT_ONCE = 8;
