import { clipped, oneLine } from './text.ts';

const LONGEST = 1000;
const MOST = 200;
const BULLET = /^\s*(?:[-*•–·+]+\s+(?:\[[ xX]\]\s*)?|\[[ xX]\]\s*|(?:\d{1,3}|[a-z])[.)]\s+|#+\s+|AC\s?\d+\s*[:.-]\s*)/;

/**
 * Acceptance criteria from a text: one a line, or one a bullet with the lines below it. Steps that begin with Given start one; When, Then, And
 * and But belong to it.
 */
export function readCriteria(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const hasBullets = lines.some((line) => BULLET.test(line));
  const criteria: string[] = [];
  for (const line of lines) {
    const entry = oneLine(line.replace(BULLET, ''));
    if (entry === '') continue;
    const isStep =
      /^\W*(?:when|then|and|but|cuando|entonces|wenn|dann|und|quand|alors|et)\b/i.test(entry) &&
      /^\W*(?:given|dado|gegeben|étant)/i.test(criteria.at(-1) ?? '');
    const continues = hasBullets && !BULLET.test(line) && criteria.length > 0;
    if (isStep || continues) criteria.push(`${criteria.pop()} ${entry}`);
    else criteria.push(entry);
  }
  return criteria.slice(0, MOST).map((entry) => clipped(entry, LONGEST));
}
