import type { Link, LinkType } from '../../domain/dependency/link.ts';

/** How another item stands to this one, as it is said from this one's side. */
export type LinkKind = 'blocked-by' | 'blocks' | 'relates' | 'duplicates' | 'duplicated-by';

export const LINK_KINDS: readonly LinkKind[] = ['blocked-by', 'blocks', 'relates', 'duplicates', 'duplicated-by'];

export const LINK_NAMES: Readonly<Record<LinkKind, string>> = {
  'blocked-by': 'Blocked by',
  blocks: 'Blocks',
  relates: 'Relates to',
  duplicates: 'Duplicates',
  'duplicated-by': 'Duplicated by',
};

/** The link's ends and type, for an item and another that stands to it in this way. */
export function linkFor(kind: LinkKind, item: string, other: string): { type: LinkType; from: string; to: string } {
  switch (kind) {
    case 'blocked-by':
      return { type: 'blocks', from: other, to: item };
    case 'duplicated-by':
      return { type: 'duplicates', from: other, to: item };
    default:
      return { type: kind, from: item, to: other };
  }
}

/** How a link is said from an item's side, and who is at its other end. */
export function sideOf({ type, from, to }: Link, item: string): { kind: LinkKind; other: string } {
  if (type === 'relates') return { kind: 'relates', other: from === item ? to : from };
  if (from === item) return { kind: type, other: to };
  return { kind: type === 'blocks' ? 'blocked-by' : 'duplicated-by', other: from };
}
