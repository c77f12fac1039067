import { randomFillSync } from 'node:crypto';
import { uuidv7 } from '../domain/kernel/ids.ts';

/** Chance for many ids at once: asking the system for ten bytes at a time costs as much as a small verb. */
const chance = new Uint8Array(4000);
let used = chance.length;

/** A fresh id; ids are in the order of their time. */
export function freshId(ms = Date.now()): string {
  if (used === chance.length) {
    randomFillSync(chance);
    used = 0;
  }
  return uuidv7(ms, chance.subarray(used, (used += 10)));
}
