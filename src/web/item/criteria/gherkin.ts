/** A piece of a criterion; a word that says its part is strong. */
export interface Piece {
  readonly text: string;
  readonly isStrong: boolean;
}

const FIRST = /^(given|when|then|and|but)\b/i;
/** Inside a line only after a comma or a semicolon, so that an ordinary `when` stays ordinary. */
const LATER = /(?<=[,;]\s*)(?:given|when|then|and|but)\b/gi;

/** The words Given, When, Then, And and But where they begin a part of a criterion that begins with one; every other criterion is one plain piece. */
export function piecesOf(criterion: string): Piece[] {
  const first = FIRST.exec(criterion)?.[0];
  if (first === undefined) return [{ text: criterion, isStrong: false }];
  const starts = [{ at: 0, length: first.length }, ...Array.from(criterion.matchAll(LATER), (found) => ({ at: found.index, length: found[0].length }))];
  const pieces = starts.flatMap(({ at, length }, place) => {
    const end = starts[place + 1]?.at ?? criterion.length;
    return [
      { text: criterion.slice(at, at + length), isStrong: true },
      { text: criterion.slice(at + length, end), isStrong: false },
    ];
  });
  return pieces.filter(({ text }) => text !== '');
}
