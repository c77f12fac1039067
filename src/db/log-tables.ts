import type { EntryRow, FactRow, HeadRow, MutationRow, SubjectRow, TextRow } from './schema.ts';
import type { Table } from './steps.ts';

const table = <R extends object>(name: string, columns: readonly (keyof R & string)[], keys: readonly (keyof R & string)[]): Table => ({ name, columns, keys });

/** The columns in which commands are written. Rows are lists in this order. */
export const ENTRIES = table<EntryRow>(
  'entries',
  ['workspace', 'seq', 'at', 'actor', 'verb', 'mutation', 'act', 'reason', 'model', 'claims', 'changes'],
  ['workspace', 'seq'],
);

export const FACTS = table<FactRow>(
  'facts',
  ['workspace', 'seq', 'n', 'collection', 'record', 'field', 'from_value', 'to_value', 'at', 'happened_on'],
  ['workspace', 'seq', 'n'],
);

export const SUBJECTS = table<SubjectRow>('subjects', ['workspace', 'record', 'seq'], ['workspace', 'record', 'seq']);

export const TEXTS = table<TextRow>(
  'texts',
  ['workspace', 'id', 'owner_collection', 'owner_id', 'field', 'base', 'hash', 'length', 'body'],
  ['workspace', 'id'],
);

export const MUTATIONS = table<MutationRow>(
  'mutations',
  ['workspace', 'mutation', 'actor', 'verb', 'asked', 'seq', 'kept', 'at'],
  ['workspace', 'mutation', 'actor', 'verb'],
);

export const HEADS = table<HeadRow>('heads', ['workspace', 'seq', 'at', 'model', 'records'], ['workspace']);
