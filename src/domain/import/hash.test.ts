import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf } from './hash.ts';

/** As it was first written, so that hashes which are kept stay the same for ever. */
function asKept(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (0x1fffff & low) + (high >>> 0)).toString(36);
}

test('the hash of a text is the one that was kept of it before', () => {
  expect(hashOf('')).toBe('wvjl67o803');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(hashOf(text)).toBe(asKept(text));
    }),
    { numRuns: 5000 },
  );
});
