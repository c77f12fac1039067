import { freshId } from '../src/db/fresh-id.ts';

/** A fresh id of a mutation. */
export const newMutation = (): string => freshId();
