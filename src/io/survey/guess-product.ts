import { PRODUCT_KEY } from '../../domain/product/product.ts';
import { clipped, oneLine } from '../values/text.ts';

export interface ProductGuess {
  readonly key: string;
  readonly name: string;
}

/** What the product may be called: as the file's project, else as the file. */
export function guessProduct(fileName: string, project: { readonly key: string | null; readonly name: string | null } | undefined): ProductGuess {
  const name = clipped(project?.name ?? nameOfFile(fileName) ?? project?.key ?? 'Backlog', 100).trim();
  const own = (project?.key ?? '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 10);
  return { key: PRODUCT_KEY.test(own) ? own : keyOf(name), name: project?.name ? name : project?.key && !nameIsTelling(name) ? project.key : name };
}

/** Exports are often called after the tool and not after what they hold. */
const nameIsTelling = (name: string): boolean => !/^(?:jira|issues?|export|backlog|untitled( query)?|tasks?|data)\b[\s\d()-]*$/i.test(name);

/** `team_x-backlog.2026.csv` is “Team x backlog 2026”. */
function nameOfFile(fileName: string): string | null {
  const base = oneLine(
    fileName
      .replace(/^.*[\\/]/, '')
      .replace(/\.(?:csv|tsv|txt)$/i, '')
      .replace(/[_.-]+/g, ' '),
  );
  return base === '' ? null : base.charAt(0).toUpperCase() + base.slice(1);
}

/** The first letters of a name's words, or the first letters of its only one. */
function keyOf(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => /^[A-Z]/.test(word));
  const key =
    words.length > 1
      ? words
          .map((word) => word.charAt(0))
          .join('')
          .slice(0, 4)
      : (words[0] ?? '').slice(0, 4);
  return PRODUCT_KEY.test(key) ? key : 'APP';
}
