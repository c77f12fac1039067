import { z } from 'zod';
import { CHANGES_PER_ENTRY } from '../kernel/entry.ts';
import { ref } from '../kernel/ref.ts';

/** The items that a verb is about: as many as one entry of the log holds changes. */
export const itemsSchema = z.array(ref('item')).min(1).max(CHANGES_PER_ENTRY);
