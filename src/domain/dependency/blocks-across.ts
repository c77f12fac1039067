import type { Item } from '../backlog/item.ts';
import type { IndexOf, Peek } from '../kernel/record-index.ts';
import type { Link } from './link.ts';

/** The links by which items of other products block those of one. It is kept where each stood, because it looks at items, which may go before their links. */
export const blocksAcross: IndexOf<Link> = {
  name: 'blocksAcross',
  in: 'link',
  group: ({ type, from, to }, peek) => (type === 'blocks' ? otherThan(productOf(peek, from), productOf(peek, to)) : null),
  order: ({ from }) => from,
  follows: {},
};

const productOf = (peek: Peek, item: string): string | null => (peek.find('item', item) as Item | undefined)?.product ?? null;

/** The product of what is blocked, where the blocker is of another one that is seen. */
const otherThan = (from: string | null, to: string | null): string | null => (from !== null && from !== to ? to : null);
