import { collections } from '../../domain/collections.ts';
import type { Field } from '../../domain/kernel/field.ts';

const OTHERS: Readonly<Record<string, string>> = { criteria: 'acceptance criteria', links: 'links', id: 'the item itself' };

/** A field of an item in a sentence: `due`, `acceptance criteria`. */
export function fieldWords(field: string): string {
  const described: Readonly<Record<string, Field>> = collections.item.fields;
  return OTHERS[field] ?? described[field]?.label.toLowerCase() ?? field;
}
