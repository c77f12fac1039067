import { z } from 'zod';
import { ITEM_TYPES } from '../backlog/item-type.ts';
import { STATE_GROUPS } from '../backlog/state-group.ts';
import { estimateSchema } from '../estimation/estimate.ts';
import { LINK_TYPES } from '../dependency/link.ts';
import { daySchema } from '../kernel/day.ts';
import { longTextSchema, textSchema } from '../kernel/text.ts';

/** What makes a row the same again: the tool and its own id or key for it, e.g. `jira:10042`. */
const sourceSchema = textSchema(200);

/** A state of the other tool's workflow, and what it means here. Nothing comes into the group triage by an import. */
export const importStateSchema = z.strictObject({ name: textSchema(60), group: z.enum(STATE_GROUPS).exclude(['triage']) });

/**
 * One row of another tool's file, in Cutline's words. A field that is not there says nothing, because its column is not in the file; null is
 * an empty cell.
 */
export const importRowSchema = z.strictObject({
  source: sourceSchema,
  /** The key it had there: kept as the number where the product's key is the same and the number is free, else as an alias. */
  key: textSchema(64).nullable(),
  title: textSchema(500),
  /** The raw cell of each field as it was read, by field: a field is taken again only when its cell is another one. */
  cells: z.record(z.string().max(40), z.string().max(200_000)),
  type: z.enum(ITEM_TYPES).optional(),
  state: textSchema(60).nullable().optional(),
  declineReason: textSchema(1000).nullable().optional(),
  description: longTextSchema().nullable().optional(),
  criteria: z.array(textSchema(1000)).max(200).optional(),
  estimate: estimateSchema.nullable().optional(),
  assignee: z
    .strictObject({ name: textSchema(120), email: textSchema(254).nullable() })
    .nullable()
    .optional(),
  tags: z.array(textSchema(60)).max(100).optional(),
  sprint: textSchema(100).nullable().optional(),
  release: textSchema(100).nullable().optional(),
  dueOn: daySchema.nullable().optional(),
  createdOn: daySchema.nullable().optional(),
  /** When it was last touched there. */
  updatedOn: daySchema.nullable().optional(),
  /** When it was done or declined there. */
  resolvedOn: daySchema.nullable().optional(),
});
export type ImportRow = z.infer<typeof importRowSchema>;

/** What a row says of others, once all rows are in. */
export const importRelationSchema = z.strictObject({
  source: sourceSchema,
  /** The raw cells, as above: `parent` and `links`. */
  cells: z.record(z.string().max(40), z.string().max(20_000)),
  parent: sourceSchema.nullable().optional(),
  links: z
    .array(z.strictObject({ type: z.enum(LINK_TYPES), from: sourceSchema, to: sourceSchema }))
    .max(500)
    .optional(),
});
export type ImportRelation = z.infer<typeof importRelationSchema>;
