/**
 * How well a text answers what was typed: higher is better, null is not at all.
 * Every word typed must be found; at the start of a word counts most, then inside one, then letters in order.
 */
export function fuzzyScore(typed: string, text: string): number | null {
  const target = fold(text);
  let score = 0;
  for (const word of fold(typed).split(/\s+/).filter(Boolean)) {
    const found = wordScore(word, target);
    if (found === null) return null;
    score += found;
  }
  return score - target.length / 1000;
}

/** The entries that answer, best first; equal ones keep their order. Nothing typed keeps all as they stand. */
export function fuzzyFilter<T>(typed: string, entries: readonly T[], textOf: (entry: T) => string): T[] {
  if (typed.trim() === '') return [...entries];
  return entries
    .map((entry) => ({ entry, score: fuzzyScore(typed, textOf(entry)) }))
    .filter((scored): scored is { entry: T; score: number } => scored.score !== null)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

function wordScore(word: string, target: string): number | null {
  if (target.startsWith(word)) return 100;
  const at = target.indexOf(word);
  if (at > 0) return /[\p{L}\p{N}]/u.test(target[at - 1] ?? '') ? 50 : 80;
  return inOrder(word, target) ? 10 : null;
}

function inOrder(word: string, target: string): boolean {
  let from = 0;
  for (const letter of word) {
    const at = target.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
