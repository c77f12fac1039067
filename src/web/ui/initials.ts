const wholeNameScripts = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const joinedScripts = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Thai}]/u;

/**
 * The one or two letters that stand for a person. Where letters join, or one sign carries the family name, one is enough:
 * two would read as another word.
 */
export function initials(name: string): string {
  const words = name
    .replace(/@.*$/, '')
    .split(/[\s._\-–]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  if (first === undefined) return '?';
  const start = firstLetter(first);
  const last = words.at(-1);
  if (words.length === 1 || last === undefined || wholeNameScripts.test(start) || joinedScripts.test(start)) return start;
  return start + firstLetter(last);
}

function firstLetter(word: string): string {
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word)].map(({ segment }) => segment);
  return (letters.find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? '').toUpperCase();
}
