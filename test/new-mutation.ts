import { randomBytes } from 'node:crypto';
import { uuidv7 } from '../src/domain/kernel/ids.ts';

/** A fresh id of a mutation. */
export const newMutation = (): string => uuidv7(Date.now(), randomBytes(10));
