/**
 * A 53-bit hash of a text, in base 36: tells whether a cell is the one that was read before. Two multiplications and shifts per unit,
 * after the public-domain cyrb53; not for secrets.
 */
export function hashOf(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return inBase36(4_294_967_296 * (0x1fffff & low) + (high >>> 0));
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
/** Two digits of base 36 each. */
const PAIRS = Array.from({ length: 36 * 36 }, (_, n) => DIGITS.charAt(Math.floor(n / 36)) + DIGITS.charAt(n % 36));
/** 36 to the power of six. */
const SIX_DIGITS = 2_176_782_336;

/** As `toString(36)` writes a whole number below 2^53: that takes five times as long, and a large file asks for millions of hashes. */
function inBase36(whole: number): string {
  if (whole < SIX_DIGITS) return whole.toString(36);
  const rest = whole % SIX_DIGITS;
  const head = Math.floor(whole / SIX_DIGITS);
  const last = rest % 1296;
  const middle = Math.floor(rest / 1296);
  const first = Math.floor(middle / 1296);
  return headDigits(head) + PAIRS[first]! + PAIRS[middle % 1296]! + PAIRS[last]!;
}

function headDigits(head: number): string {
  let digits = '';
  for (let rest = head; rest > 0; rest = Math.floor(rest / 36)) digits = DIGITS.charAt(rest % 36) + digits;
  return digits;
}
