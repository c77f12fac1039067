import { z } from 'zod';
import { textSchema } from '../kernel/text.ts';

/** Tags of one item: each once, compared as written. */
export const tagsSchema = z.array(textSchema(60)).max(50);
