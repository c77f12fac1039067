import type { Entity } from '../kernel/change.ts';
import type { Collection } from '../kernel/field.ts';
import type { IndexOf } from '../kernel/record-index.ts';

/** What an import last read of one row of a file, so that the same row is known again and only what changed in the file is taken. */
export interface SourceRecord extends Entity {
  readonly product: string;
  /** What makes a row the same again: the tool and its own id or key for it, e.g. `jira:10042`. */
  readonly source: string;
  readonly item: string;
  /**
   * A hash of each cell as last read and of the value that it became, by field. A field is taken again when its cell differs, and is
   * known to have been edited here when the value does.
   */
  readonly cells: Readonly<Record<string, string>>;
}

export const sourceRecords: IndexOf<SourceRecord> = {
  name: 'sourceRecords',
  in: 'sourceRecord',
  group: ({ product, source }) => `${product}/${source}`,
  order: () => '',
};
export const sourcesOfItem: IndexOf<SourceRecord> = { name: 'sourcesOfItem', in: 'sourceRecord', group: ({ item }) => item, order: () => '' };

export const sourceRecordCollection: Collection<SourceRecord> = {
  name: 'sourceRecord',
  resource: null,
  serverOnly: true,
  fields: {
    product: { kind: 'ref', label: 'Product', to: 'product' },
    source: { kind: 'text', label: 'Source', max: 200 },
    item: { kind: 'ref', label: 'Item', to: 'item', by: sourcesOfItem },
    cells: { kind: 'json', label: 'Cells' },
  },
};
