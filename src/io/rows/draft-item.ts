import type { LinkType } from '../../domain/dependency/link.ts';
import type { SourceItem } from '../source-row.ts';

/** An item while its file is being read: what it says of others is still text. */
export interface DraftItem {
  item: { -readonly [Property in keyof SourceItem]: SourceItem[Property] };
  /** The id in its own column, which others may name it by. */
  readonly id: string;
  readonly typeName: string;
  readonly priority: string;
  /** What it names as its parent: each way of naming it, to be tried in turn. */
  readonly parents: readonly ParentName[];
  readonly links: readonly LinkName[];
}

export interface ParentName {
  readonly name: string;
  readonly isEpic: boolean;
  readonly column: string;
}

export interface LinkName {
  readonly type: LinkType;
  /** The other row's key or id. */
  readonly other: string;
  /** Whether this row blocks or duplicates the other, rather than the other this one. */
  readonly isFrom: boolean;
  readonly column: string;
}
