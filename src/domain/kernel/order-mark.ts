/**
 * A short mark of an order that is kept up as records are put in and taken out, at a cost that does not depend on how many there are: a sum
 * over what stands where, so that a change and its way back lead to the mark from before. Marks of different orders differ but for a chance
 * of one in 2⁶⁴.
 */
export class OrderMark {
  readonly #from: number;
  #high = 0;
  #low = 0;

  private constructor(from: number) {
    this.#from = from;
  }

  /** Of an order that is compared with those only that are made from it. */
  static begin(): OrderMark {
    begun += 1;
    return new OrderMark(begun);
  }

  copy(): OrderMark {
    const copy = new OrderMark(this.#from);
    copy.#high = this.#high;
    copy.#low = this.#low;
    return copy;
  }

  put(key: string, id: string): void {
    this.#high = (this.#high + hash(key, id, HIGH_SEED)) >>> 0;
    this.#low = (this.#low + hash(key, id, LOW_SEED)) >>> 0;
  }

  take(key: string, id: string): void {
    this.#high = (this.#high - hash(key, id, HIGH_SEED)) >>> 0;
    this.#low = (this.#low - hash(key, id, LOW_SEED)) >>> 0;
  }

  toString(): string {
    return `${this.#from}:${this.#high}:${this.#low}`;
  }
}

let begun = 0;

const HIGH_SEED = 0x811c9dc5;
const LOW_SEED = 0x9e3779b9;

/** FNV-1a over the key and the id, then mixed (the finaliser of MurmurHash3) so that sums of neighbours do not meet. */
function hash(key: string, id: string, seed: number): number {
  let sum = over(id, over(key, seed) ^ SEPARATOR);
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return (sum ^ (sum >>> 16)) >>> 0;
}

const SEPARATOR = 0xff;

function over(text: string, start: number): number {
  let sum = start;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum;
}
