import { z } from 'zod';
import { ITEM_TYPES } from '../domain/backlog/item-type.ts';
import { STATE_GROUPS } from '../domain/backlog/state-group.ts';
import { ENCODINGS } from './csv/encoding.ts';
import { DELIMITERS } from './csv/delimiter.ts';
import { TARGETS } from './target.ts';
import { DATE_ORDERS } from './values/date.ts';
import { TIME_UNITS } from './values/hours.ts';

const name = z.string().max(1000);

/**
 * How a file is read: proposed by `recognise`, shown in the preview, changed there by a person, and given back to `readRows`. It holds names
 * and never positions, so that it also fits the next export of the same tool, whose columns may stand elsewhere.
 */
export const mappingSchema = z.strictObject({
  /** Which tool's habits apply: how links, parents, times and texts are written. */
  format: z.enum(['jira', 'csv']),
  encoding: z.enum(ENCODINGS),
  delimiter: z.enum(DELIMITERS),
  /** The row of the header, as a spreadsheet counts. */
  headerRow: z.int().min(1).max(1000),
  /** Each name of the header once, even where several columns have it. Null: not taken. */
  columns: z.array(z.strictObject({ name, target: z.enum(TARGETS).nullable() })).max(5000),
  /** What each state of the file becomes. */
  states: z.array(z.strictObject({ from: name, name: z.string().trim().min(1).max(60), group: z.enum(STATE_GROUPS).exclude(['triage']) })).max(1000),
  types: z.array(z.strictObject({ from: name, type: z.enum(ITEM_TYPES) })).max(1000),
  /** Whether an item closed with this resolution was declined. */
  resolutions: z.array(z.strictObject({ from: name, declines: z.boolean() })).max(1000),
  /** Which number comes first in dates such as 3/4/2026; null: not decided, and such cells stay out. */
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  timeUnit: z.enum(TIME_UNITS),
  /** What makes a row the same when the file comes again. */
  identity: z.enum(['id', 'id-and-title', 'title']),
  /** Texts are in Jira's wiki markup. */
  wiki: z.boolean(),
  /** A parent that is not larger than its child is made larger; otherwise the tie becomes a `relates` link. */
  lift: z.boolean(),
  /** The projects of the file and the product that each goes to; null: left out. */
  projects: z
    .array(
      z.strictObject({
        key: name.nullable(),
        name: name.nullable(),
        product: z.strictObject({ key: z.string().max(10), name: z.string().max(100) }).nullable(),
      }),
    )
    .max(1000),
});
export type Mapping = z.infer<typeof mappingSchema>;
