import type { ItemFilter } from '../../domain/backlog/filter.ts';
import { ITEM_TYPES } from '../../domain/backlog/item-type.ts';
import { statesOf } from '../../domain/backlog/state.ts';
import type { View } from '../../domain/collections.ts';
import { membersByName } from '../../domain/member/member.ts';
import { releasesByDate } from '../../domain/release/release.ts';
import { sprintsByName } from '../../domain/sprint/sprint.ts';
import { ME, NONE, type FilterWords } from './filter-query.ts';

/** The filter that the words of an address mean in a product. A name that nothing has finds nothing; one that several have finds all of them. */
export function filterOf(view: View, words: FilterWords, { product, me }: { product: string; me: string }): ItemFilter {
  const named = (records: Iterable<{ id: string; name: string }>, word: string): string[] => {
    const ids = Array.from(records).flatMap(({ id, name }) => (isSame(name, word) ? [id] : []));
    return ids.length > 0 ? ids : [`unknown ${word}`];
  };
  const orNone = (word: string, idsOf: (word: string) => string[]): (string | null)[] => (word === NONE ? [null] : idsOf(word));
  return {
    text: words.q,
    types: words.type.map((word) => ITEM_TYPES.find((type) => isSame(type, word)) ?? `unknown ${word}`),
    states: words.state.flatMap((word) => named(view.list(statesOf, product), word)),
    assignees: words.assignee.flatMap((word) => (word === ME ? [me] : orNone(word, () => named(view.list(membersByName, 'all'), word)))),
    releases: words.release.flatMap((word) => orNone(word, () => named(view.list(releasesByDate, product), word))),
    sprints: words.sprint.flatMap((word) => orNone(word, () => named(view.list(sprintsByName, product), word))),
    tags: words.tag.map((word) => (word === NONE ? null : word)),
  };
}

const isSame = (a: string, b: string): boolean => a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0;
