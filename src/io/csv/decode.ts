import { SLICE_BYTES, type Encoding } from './encoding.ts';
import { makeDecoder } from './text-decoder.ts';

/** A piece of a file's text, and how many of its bytes have been read by then. */
export interface TextPiece {
  readonly text: string;
  readonly bytesRead: number;
  /** Whether the text may hold a control character other than tab and line ends. */
  readonly hasControls: boolean;
}

/** The text of a file piece by piece, so that a large one neither blocks nor is held twice. A byte order mark is no part of it. */
export function* decode(bytes: Uint8Array, encoding: Encoding, sliceBytes = SLICE_BYTES): Generator<TextPiece, void> {
  const decoder = makeDecoder(encoding, { fatal: false });
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  for (let from = 0; from < bytes.length; from += sliceBytes) {
    const bytesRead = Math.min(from + sliceBytes, bytes.length);
    const slice = bytes.subarray(from, bytesRead);
    const text = decoder.decode(slice, { stream: bytesRead < bytes.length });
    yield {
      hasControls: isWide || mayHoldControls(slice),
      text: encoding === 'windows-1252' ? text.replace(HIGH_CONTROLS, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign) : text,
      bytesRead,
    };
  }
}

/** Some runtimes read Windows-1252 as Latin-1, which has control characters where Windows has quotation marks, dashes and the euro. */
const HIGH_CONTROLS = /[\u0080-\u009f]/g;
const WINDOWS = Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ');

/** In encodings of single bytes and in UTF-8 a control character is one byte, and that byte is nothing else. */
function mayHoldControls(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x20 ? byte !== 0x0a && byte !== 0x0d && byte !== 0x09 : byte === 0x7f) return true;
  }
  return false;
}
