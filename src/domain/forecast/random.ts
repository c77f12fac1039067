/**
 * Random numbers that are the same for the same seed, on every machine: a forecast can be repeated. Never for secrets. The generator is
 * sfc32 of PractRand (Chris Doty-Humphrey), 128 bits of state.
 */
export class Random {
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 0;

  /** Any whole number is a seed; its lower 32 bits count. */
  constructor(seed: number) {
    this.restart(seed, 0);
  }

  /** Begins anew, with one of the sequences that belong to a seed. */
  restart(seed: number, sequence: number): void {
    this.#a = 0x9e3779b9;
    this.#b = sequence | 0;
    this.#c = seed | 0;
    this.#d = 1;
    for (let n = 0; n < 12; n++) this.next();
  }

  /** At least 0 and under 1. */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  }

  /** As many numbers as the list has room for, from a place on, as {@link next} would give them: at a quarter of the time, because the state stays in registers. */
  fill(list: Float64Array, from = 0): void {
    let [a, b, c, d] = [this.#a, this.#b, this.#c, this.#d];
    const { length } = list;
    for (let at = from; at < length; at++) {
      const sum = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + sum) | 0; // a small integer throughout is a fifth faster
      list[at] = (sum >>> 0) / 2 ** 32;
    }
    [this.#a, this.#b, this.#c, this.#d] = [a, b, c, d];
  }

  /** From the standard normal distribution. */
  normal(): number {
    return normalOf(this.next());
  }
}

/** A number of at least 0 and under 1 as one from the standard normal distribution, by one of its 4,096 equally likely slices. */
export const normalOf = (uniform: number): number => NORMAL[(uniform * SLICES) | 0]!;

/** A number of at least 0 and under 1 as one over 0, with this mean, from the exponential distribution. */
export const exponentialOf = (uniform: number, mean: number): number => -mean * Math.log(1 - uniform);

const SLICES = 4096;
const NORMAL = Float64Array.from({ length: SLICES }, (_, at) => normalQuantile((at + 0.5) / SLICES));

/** Under which value a share `p` of the standard normal distribution lies: Newton's method on Abramowitz and Stegun 26.2.17 for the share below. */
function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  let x = -Math.sqrt(-2 * Math.log(2 * p)) * 0.9;
  for (let n = 0; n < 60; n++) x -= (shareBelow(x) - p) / (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI));
  return x;
}

/** The share of the standard normal distribution below a value of at most 0, to seven digits. */
function shareBelow(x: number): number {
  const t = 1 / (1 - 0.2316419 * x);
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
}
