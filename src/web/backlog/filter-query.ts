/** What the address says of a filter, in words: `?q=map&state=Ready,In progress&assignee=me&tag=winter&release=2.4&sprint=Sprint 7&type=bug`. */
export interface FilterWords {
  readonly q: string;
  readonly state: readonly string[];
  readonly assignee: readonly string[];
  readonly tag: readonly string[];
  readonly release: readonly string[];
  readonly sprint: readonly string[];
  readonly type: readonly string[];
}

export const FILTER_FIELDS = ['state', 'assignee', 'tag', 'release', 'sprint', 'type'] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];

export const NO_WORDS: FilterWords = { q: '', state: [], assignee: [], tag: [], release: [], sprint: [], type: [] };

/** Stands for items without an assignee, a tag, a release or a sprint. */
export const NONE = 'none';
/** Stands for whoever looks. */
export const ME = 'me';

/** The filter that an address holds; what it does not say is not filtered. */
export function parseFilter(search: Readonly<Record<string, unknown>>): FilterWords {
  const words = (name: string) => (typeof search[name] === 'string' ? wordsIn(search[name]) : []);
  return {
    q: typeof search['q'] === 'string' ? search['q'] : '',
    state: words('state'),
    assignee: words('assignee'),
    tag: words('tag'),
    release: words('release'),
    sprint: words('sprint'),
    type: words('type'),
  };
}

/** How a filter stands in the address; what is not filtered is left out. */
export function printFilter(words: FilterWords): Record<'q' | FilterField, string | undefined> {
  const print = (field: FilterField) => (words[field].length === 0 ? undefined : words[field].map(escaped).join(','));
  return {
    q: words.q === '' ? undefined : words.q,
    state: print('state'),
    assignee: print('assignee'),
    tag: print('tag'),
    release: print('release'),
    sprint: print('sprint'),
    type: print('type'),
  };
}

/** A word of a filter put in, or taken out. */
export function toggled(words: FilterWords, field: FilterField, word: string): FilterWords {
  const has = words[field].includes(word);
  return { ...words, [field]: has ? words[field].filter((other) => other !== word) : [...words[field], word] };
}

/** A name may hold a comma, or be one of the words that mean something else. */
const escaped = (word: string): string => word.replace(/[\\,]/g, String.raw`\$&`);

function wordsIn(text: string): string[] {
  const words = [...text.matchAll(/(?:\\.|[^,\\])+/g)].map(([word]) => word.replace(/\\(.)/g, '$1'));
  return [...new Set(words)].filter((word) => word.trim() !== '');
}
