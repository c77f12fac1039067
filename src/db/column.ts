import type { Value } from '../domain/kernel/change.ts';
import type { Field } from '../domain/kernel/field.ts';

type Form = 'text' | 'name' | 'number' | 'flag' | 'json';

/** How a kind of field is kept. A name is a text that many records have in common. */
export function formOf({ kind }: Field): Form {
  switch (kind) {
    case 'number':
    case 'flag':
      return kind;
    case 'json':
    case 'tags':
    case 'refs':
      return 'json';
    case 'ref':
    case 'choice':
    case 'day':
    case 'instant':
      return 'name';
    case 'text':
    case 'rank':
    case 'long-text':
      return 'text';
  }
}

/** Of the portable subset. */
export const TYPE: Record<Form, 'text' | 'integer' | 'double precision'> = {
  text: 'text',
  name: 'text',
  number: 'double precision',
  flag: 'integer',
  json: 'text',
};

/** From a field's value to its column's. */
export const WRITE: Record<Form, (value: Value) => unknown> = {
  text: (value) => value,
  name: (value) => value,
  number: (value) => value,
  flag: (value) => (value === null ? null : Number(value)),
  json: (value) => (value === null ? null : JSON.stringify(value)),
};

const NONE: readonly string[] = Object.freeze([]);

/** And back. `same` gives one string for equal ones, so that an id is kept in memory once. */
export const READ: Record<Form, (value: unknown, same: (text: string) => string) => unknown> = {
  text: (value) => value,
  name: (value, same) => (value === null ? null : same(value as string)),
  number: (value) => value,
  flag: (value) => (value === null ? null : value === 1),
  json: (value) => (value === null ? null : value === '[]' ? NONE : JSON.parse(value as string)),
};
