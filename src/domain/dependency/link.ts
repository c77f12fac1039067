import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

export const LINK_TYPES = ['blocks', 'relates', 'duplicates'] as const;
export type LinkType = (typeof LINK_TYPES)[number];

/** `from` blocks, relates to or duplicates `to`: a blocker must be finished before what it blocks can be. */
export interface Link extends Entity {
  readonly type: LinkType;
  readonly from: string;
  readonly to: string;
}

/** The links that start at an item. */
export const linksFrom: IndexOf<Link> = { name: 'linksFrom', in: 'link', group: ({ from }) => from, order: ({ type, to }) => `${type}/${to}` };

/** The links that end at an item. */
export const linksTo: IndexOf<Link> = { name: 'linksTo', in: 'link', group: ({ to }) => to, order: ({ type, from }) => `${type}/${from}` };

export const links: Collection<Link> = {
  name: 'link',
  resource: 'links',
  fields: {
    type: { kind: 'choice', label: 'Type' },
    from: { kind: 'ref', label: 'From', to: 'item', by: linksFrom },
    to: { kind: 'ref', label: 'To', to: 'item', by: linksTo },
  },
};
