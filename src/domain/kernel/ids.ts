/**
 * The n-th id (from 1) that a mutation makes. Browser and server derive the same ids from the mutation's own (a UUIDv7), so that
 * what the browser shows at once and what the server writes are one record. The last 48 bits, which are random, are counted up.
 */
export function idFrom(mutation: string, n: number): string {
  const head = mutation.slice(0, 24);
  const tail = (Number.parseInt(mutation.slice(24), 16) + n) % 2 ** 48;
  return head + tail.toString(16).padStart(12, '0');
}

/** Whether an id is one that a mutation makes: it differs in the counted part only. */
export const isMadeBy = (mutation: string, id: string): boolean => id.slice(0, 24) === mutation.slice(0, 24) && id !== mutation;

/** A fresh UUIDv7 (RFC 9562 §5.7) for a moment in milliseconds and ten random bytes. */
export function uuidv7(ms: number, random: Uint8Array): string {
  const time = ms.toString(16).padStart(12, '0');
  let hex = '';
  for (let at = 0; at < 10; at++) hex += HEX[random[at]!];
  const variant = ((Number.parseInt(hex.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** What an id looks like on the way in. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
