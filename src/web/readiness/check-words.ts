import type { ItemType } from '../../domain/backlog/item-type.ts';
import type { Check } from '../../domain/readiness/definition.ts';
import type { AskedCheck } from '../../domain/readiness/readiness.ts';

/** What a check asks for: `At most 13 points`, `Acceptance criteria`, the team's own words. */
export function checkLabel({ kind, words, most }: Pick<Check, 'kind' | 'words' | 'most'>): string {
  switch (kind) {
    case 'estimate':
      return 'Estimate';
    case 'criteria':
      return 'Acceptance criteria';
    case 'description':
      return 'Description';
    case 'no-blocker':
      return 'No open blocker';
    case 'size':
      return `At most ${most ?? 0} points`;
    case 'own':
      return words;
  }
}

/** What is missing, as the end of a sentence: `estimate, acceptance criteria`. */
export function missingWords(checks: readonly AskedCheck[]): string {
  const open = checks.filter(({ isMet }) => !isMet);
  return open
    .map((check) => (check.kind === 'own' ? `“${check.words}”` : check.kind === 'no-blocker' ? 'an open blocker' : lower(checkLabel(check))))
    .join(', ');
}

const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** Of which items a check is asked. */
export const TYPE_WORDS: Readonly<Record<ItemType, string>> = {
  epic: 'Epics',
  feature: 'Features',
  story: 'Stories',
  bug: 'Bugs',
  chore: 'Chores',
  task: 'Tasks',
};
