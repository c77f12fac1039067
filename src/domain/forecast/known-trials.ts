import { countedOf, type Outlook } from './outlook.ts';
import type { Trials } from './delivered.ts';
import { Remembered } from './remembered.ts';
import { WeekShapes } from './week-shapes.ts';
import { LONGEST_WEEKS } from './working-week.ts';

/** So many weeks of each trial there is room for at first: as far as most releases are away. */
const FIRST_WEEKS = 32;

/**
 * The shapes of the weeks in all trials, kept once drawn: they depend on nothing but how many past weeks there are, and to draw them is most of
 * the work of a forecast. Nineteen megabytes where ten thousand trials go three years far.
 */
class KnownShapes {
  /** As of {@link WeekShapes}: those of the first trial, then those of the second, each in so much room. */
  like: Int32Array;
  factor: Float64Array;
  room = FIRST_WEEKS;
  readonly unseen: number[] = [];
  /** Of how many weeks of each trial that is known, and what counts as delivered before each. */
  readonly known: Uint8Array;
  readonly befores: Float64Array;
  readonly #shapes: WeekShapes;
  readonly #trials: number;
  /** The trial that was drawn last: it can be gone on with. */
  #drawn = -1;

  constructor({ past, isCounted }: { past: number; isCounted: boolean }, { trials, seed }: Trials) {
    this.like = new Int32Array(trials * FIRST_WEEKS);
    this.factor = new Float64Array(trials * FIRST_WEEKS);
    this.known = new Uint8Array(trials);
    this.befores = new Float64Array(trials);
    this.#shapes = new WeekShapes({ past, isCounted, most: LONGEST_WEEKS }, seed);
    this.#trials = trials;
  }

  /** Draws some more weeks of a trial; gives how many are known. */
  drawMore(trial: number): number {
    const shapes = this.#shapes;
    const known = this.known[trial]!;
    const ahead = this.#drawn === trial ? known >> 2 : known; // one that is drawn from its begin once more should not be so again soon
    const weeks = Math.min(LONGEST_WEEKS, known + Math.max(AT_ONCE, ahead));
    if (weeks > this.room) this.#makeRoom(Math.min(LONGEST_WEEKS, Math.max(weeks, this.room * 2)));
    if (this.#drawn !== trial) {
      shapes.begin(trial);
      shapes.goOn(known);
    }
    shapes.goOn(weeks);
    this.#drawn = trial;
    this.befores[trial] = shapes.before;
    for (let week = known, at = trial * this.room + known; week < weeks; week++, at++) {
      const like = shapes.like[week]!;
      this.like[at] = like >= 0 ? like : this.#kept(trial, like, week);
      this.factor[at] = shapes.factor[week]!;
    }
    return (this.known[trial] = weeks);
  }

  /** A week like none before has a number of its own among those of all trials, which another week of its trial that is like it has too. */
  #kept(trial: number, like: number, week: number): number {
    const first = this.#shapes.like.indexOf(like);
    return first < week ? this.like[trial * this.room + first]! : -this.unseen.push(this.#shapes.unseen[-like - 1]!);
  }

  #makeRoom(room: number): void {
    const [like, factor] = [new Int32Array(this.#trials * room), new Float64Array(this.#trials * room)];
    for (let trial = 0; trial < this.#trials; trial++) {
      const at = trial * this.room;
      const end = at + this.known[trial]!;
      like.set(this.like.subarray(at, end), trial * room);
      factor.set(this.factor.subarray(at, end), trial * room);
    }
    [this.like, this.factor, this.room] = [like, factor, room];
  }
}

/** So many weeks at least are drawn at once, and of long trials more. */
const AT_ONCE = 12;

/** The trials of an outlook: what its past weeks make of the shapes, less what days off leave of each week ahead. */
export class OutlookTrials {
  /** As of {@link WeekShapes}. */
  before = 0;
  readonly #known: KnownShapes;
  readonly #past: Float64Array;
  readonly #mean: number;
  readonly #ahead: readonly number[];

  constructor(known: KnownShapes, { past, ahead }: Outlook) {
    this.#known = known;
    ({ past: this.#past, mean: this.#mean } = countedOf(past));
    this.#ahead = ahead.length === 0 ? [1] : ahead;
  }

  /** As {@link ComingWeeks.draw}. */
  draw(trial: number, list: Float64Array, until = Infinity): number {
    const [shapes, past, mean, ahead] = [this.#known, this.#past, this.#mean, this.#ahead];
    const last = ahead.length - 1;
    let known = shapes.known[trial]! || shapes.drawMore(trial);
    let [like, factor, from] = [shapes.like, shapes.factor, trial * shapes.room];
    let total = (this.before = shapes.befores[trial]!);
    let week = 0;
    for (; week < list.length && total < until; week++) {
      if (week === known) {
        known = shapes.drawMore(trial);
        [like, factor, from] = [shapes.like, shapes.factor, trial * shapes.room];
      }
      const of = like[from + week]!;
      const amount = of >= 0 ? past[of]! : mean * shapes.unseen[-of - 1]!;
      total += list[week] = amount * factor[from + week]! * ahead[week < last ? week : last]!;
    }
    return week;
  }
}

/** The trials of an outlook, whose shapes are drawn once for all pasts of so many weeks. */
export function trialsOf(outlook: Outlook, trials: Trials): OutlookTrials {
  const shape = { past: countedOf(outlook.past).past.length, isCounted: outlook.isCounted };
  const known = shapes.of(JSON.stringify([shape, trials]), () => new KnownShapes(shape, trials));
  return new OutlookTrials(known, outlook);
}

/** Teams that are not new have all 26 weeks. */
const shapes = new Remembered<KnownShapes>(6);
