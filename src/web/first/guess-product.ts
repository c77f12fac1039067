import { PRODUCT_KEY } from '../../domain/product/product.ts';
import { projectInHead } from './project-in-head.ts';

/** What a product is called and what its keys begin with, as a proposal. */
export interface GuessedProduct {
  readonly name: string;
  readonly key: string;
}

/** A cell that is nothing but a key of another tool, at the start of a line or between delimiters. */
const KEY_CELL = /(?:^|[,;\t|\n"])([A-Z][A-Z0-9]{1,9})-\d{1,8}(?= ?[,;\t|\r\n"])/g;
/** Words of a file's name that say nothing of what is in it. */
const EMPTY_WORDS =
  /\b(?:jira|linear|azure|devops|trello|github|export(?:ed)?|import|issues?|items?|tickets?|backlog|all|fields?|csv|copy|final|new|data|list|file|from|search|filter|results?)\b/gi;

/** Guesses from a file: the key that most of its rows carry; its project's name, else the words of its own. `instead` is the name where those say nothing. */
export function guessFromFile(fileName: string, { head, instead, taken }: { head: string; instead: string; taken: ReadonlySet<string> }): GuessedProduct {
  const words = fileName
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(/[_\-.()[\]+]+/g, ' ')
    .replaceAll(EMPTY_WORDS, ' ')
    .replaceAll(/\b\d+\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const project = projectInHead(head);
  // A project that is called like its key is better called like its file.
  const own = project.name !== null && project.name !== project.key ? project.name : words;
  const name = capital(own || instead).slice(0, 100);
  const key = project.key !== null && PRODUCT_KEY.test(project.key) ? project.key : mostOf(Array.from(head.matchAll(KEY_CELL), ([, found]) => found!));
  return { name, key: key !== undefined && !taken.has(key) ? key : keyOfName(name, taken) };
}

/** A free key made from a name: the first letters of several words, or the beginning of one. */
export function keyOfName(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean);
  const letters = words.length > 1 ? words.map((word) => word[0]).join('') : (words[0] ?? '').slice(0, 3);
  const base = PRODUCT_KEY.test(letters) ? letters.slice(0, 4) : 'APP';
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}${n}`;
    if (!taken.has(key)) return key;
  }
}

/** What more than half of them are: a file of many projects has no key of its own. */
function mostOf(found: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const one of found) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] * 2 > found.length ? first[0] : undefined;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
