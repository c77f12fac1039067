import type { ItemType } from '../domain/backlog/item-type.ts';
import type { StateGroup } from '../domain/backlog/state-group.ts';
import type { LinkType } from '../domain/dependency/link.ts';
import type { Estimate } from '../domain/estimation/estimate.ts';
import type { Day } from '../domain/kernel/day.ts';

/** The fields that a file can say something of, each read from one column or from several together. */
export const SOURCE_FIELDS = [
  'title',
  'type',
  'state',
  'description',
  'criteria',
  'parent',
  'estimate',
  'assignee',
  'reporter',
  'tags',
  'sprint',
  'release',
  'rank',
  'createdOn',
  'updatedOn',
  'resolvedOn',
  'dueOn',
  'links',
] as const;
export type SourceField = (typeof SOURCE_FIELDS)[number];

/** A person as the file names one. Without an account: nobody is written to. */
export interface SourcePerson {
  readonly name: string;
  readonly id: string | null;
  readonly email: string | null;
}

/** A tie between two rows of the file, by their sources. */
export interface SourceLink {
  readonly type: LinkType;
  readonly from: string;
  readonly to: string;
}

/**
 * One row of a file in Cutline's words. A property that is absent says nothing, because its column is not in the file; null or an empty list
 * is an empty cell. `cells` holds the text of each field exactly as read and has an entry for the same fields.
 */
export interface SourceItem {
  /** As a spreadsheet counts; of the first row, where several were merged. */
  readonly row: number;
  /** What makes a row the same when the file comes again, e.g. `jira:10042`: the tool, and its id, else key, else a hash of the title. */
  readonly source: string;
  /** The key it has there, e.g. `NW-12`. */
  readonly key: string | null;
  readonly project: { readonly key: string | null; readonly name: string | null } | null;
  readonly cells: Readonly<Partial<Record<SourceField, string>>>;
  readonly title: string;
  /** Also given when the file has no types: then it is `story`, and `cells` has no entry. */
  readonly type: ItemType;
  readonly state?: { readonly name: string; readonly group: Exclude<StateGroup, 'triage'> } | null;
  readonly declineReason?: string | null;
  /** Markdown. */
  readonly description?: string | null;
  readonly criteria?: readonly string[];
  /** The source of the parent: a larger item of this file, and never part of a cycle. */
  readonly parent?: string | null;
  /** What the file names as parent where this file has no such row. */
  readonly parentElsewhere?: string | null;
  readonly estimate?: Estimate | null;
  readonly assignee?: SourcePerson | null;
  readonly reporter?: SourcePerson | null;
  readonly tags?: readonly string[];
  /** The last one named; those before it are past. */
  readonly sprint?: string | null;
  readonly pastSprints?: readonly string[];
  /** The first one named; the others are among the tags. */
  readonly release?: string | null;
  /** As the file writes it. The items of a file come in rank order already. */
  readonly rank?: string | null;
  readonly createdOn?: Day | null;
  readonly updatedOn?: Day | null;
  readonly resolvedOn?: Day | null;
  readonly dueOn?: Day | null;
  /** Links named on this row whose both ends are in the file. Each link stands on one row only. */
  readonly links?: readonly SourceLink[];
}
