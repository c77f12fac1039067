import type { Step } from '../steps.ts';
import { makeDecoder } from './text-decoder.ts';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What a file is written in. `sure` is false where no mark says so and the bytes are not clean UTF-8: then a person should look. */
export interface EncodingFound {
  readonly encoding: Encoding;
  readonly sure: boolean;
}

/** Bytes that are looked at or decoded in one step. */
export const SLICE_BYTES = 1 << 16;

/**
 * A byte order mark decides; else a NUL in every second byte is UTF-16; else clean UTF-8; else Windows-1252, unless so many characters are
 * good UTF-8 that the others are damage.
 */
export function* findEncoding(bytes: Uint8Array): Generator<Step, EncodingFound> {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', sure: yield* isCleanUtf8(bytes) };
  const wide = wideEncoding(bytes);
  if (wide) return { encoding: wide, sure: true };
  if (yield* isCleanUtf8(bytes)) return { encoding: 'utf-8', sure: true };
  return { encoding: (yield* isMostlyUtf8(bytes)) ? 'utf-8' : 'windows-1252', sure: false };
}

/** Which UTF-16 the bytes are, by their mark or by their NULs; null: none. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return utf16WithoutMark(bytes);
}

/** Text in Western letters has a NUL in (nearly) every second byte of its UTF-16, and none in the others. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(bytes.length, 4096) >> 1;
  if (pairs < 2) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs; at++) {
    if (bytes[at * 2] === 0) even += 1;
    if (bytes[at * 2 + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}

function* isCleanUtf8(bytes: Uint8Array): Generator<Step, boolean> {
  const decoder = makeDecoder('utf-8', { fatal: true });
  for (let from = 0; from < bytes.length; from += SLICE_BYTES) {
    try {
      decoder.decode(bytes.subarray(from, from + SLICE_BYTES), { stream: from + SLICE_BYTES < bytes.length });
    } catch {
      return false; // the decoder throws for exactly this: bytes that are not UTF-8
    }
    yield { done: from, of: bytes.length };
  }
  return true;
}

/** Ten good characters beyond ASCII for each broken one: damage in a UTF-8 file, not another encoding. */
function* isMostlyUtf8(bytes: Uint8Array): Generator<Step, boolean> {
  const decoder = makeDecoder('utf-8', { fatal: false });
  let good = 0;
  let broken = 0;
  for (let from = 0; from < bytes.length; from += SLICE_BYTES) {
    const text = decoder.decode(bytes.subarray(from, from + SLICE_BYTES), { stream: from + SLICE_BYTES < bytes.length });
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 0xfffd) broken += 1;
      else if (unit > 0x7f) good += 1;
    }
    yield { done: from, of: bytes.length };
  }
  return good >= broken * 10;
}
