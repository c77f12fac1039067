import { z } from 'zod';
import { verb, type Collections } from '../../src/domain/collections.ts';
import type { Entity } from '../../src/domain/kernel/change.ts';
import { daySchema } from '../../src/domain/kernel/day.ts';

/** Verbs that write whatever a test says, past all rules: for tests of the kernel, which knows no rules. */
const on = { in: z.string(), id: z.string() };
const claims = [{ may: 'edit-items' as const, on: { in: 'workspace', id: 'any' } }];

export const editAny = verb({
  name: 'editAny',
  does: 'Give fields of a record other values.',
  route: ['POST', '/test/edit'],
  input: z.strictObject({ ...on, values: z.record(z.string(), z.unknown()), happenedOn: daySchema.optional() }),
  needs: () => claims,
  run: (draft, { in: collection, id, values, happenedOn }) => draft.update(collection as keyof Collections, id, values as Partial<Entity>, { happenedOn }),
});

export const makeAny = verb({
  name: 'makeAny',
  does: 'Make a record.',
  route: ['POST', '/test/make'],
  input: z.strictObject({ in: z.string(), record: z.record(z.string(), z.unknown()) }),
  needs: () => claims,
  run: (draft, { in: collection, record }) => draft.create(collection as keyof Collections, record as unknown as Collections[keyof Collections]),
});

export const removeAny = verb({
  name: 'removeAny',
  does: 'Remove a record.',
  route: ['POST', '/test/remove'],
  input: z.strictObject(on),
  needs: () => claims,
  run: (draft, { in: collection, id }) => draft.remove(collection as keyof Collections, id),
});
