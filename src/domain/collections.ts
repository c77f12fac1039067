import { dateLineRecords, type DateLine } from './cutline/date-line.ts';
import { aliases, type Alias } from './backlog/alias.ts';
import { criteria, type Criterion } from './backlog/criterion.ts';
import { items, type Item } from './backlog/item.ts';
import { states, type State } from './backlog/state.ts';
import { links, type Link } from './dependency/link.ts';
import { occupied, type Occupied } from './dependency/occupied.ts';
import { imports, type ImportRun } from './import/import-run.ts';
import { sourceRecordCollection, type SourceRecord } from './import/source-record.ts';
import type { Draft } from './kernel/draft.ts';
import { toEnd } from './kernel/pausing.ts';
import type { Reading } from './kernel/reading.ts';
import type { Verb } from './kernel/verb.ts';
import type { Readable } from './kernel/workspace.ts';
import { members, type Member } from './member/member.ts';
import { products, type Product } from './product/product.ts';
import { releases, type Release } from './release/release.ts';
import { shares, type Share } from './capacity/share.ts';
import { teamEstimates, type TeamEstimate } from './estimation/team-estimate.ts';
import { releaseSteps, type ReleaseStep } from './checklist/step.ts';
import { milestones, type Milestone } from './release/milestone.ts';
import { readyChecks, readyTicks, type ReadyCheck, type ReadyTick } from './readiness/ready-check.ts';
import { queuePlaces, type QueuePlace } from './planning/queue-place.ts';
import { impediments, type Impediment } from './sprint/impediment.ts';
import { away, type Away } from './team/away.ts';
import { holidays, timesOff, type Holiday, type TimeOff } from './team/days-off.ts';
import { memberships, type Membership } from './team/membership.ts';
import { boardColumns, type OwnColumn } from './sprint/board-column.ts';
import { retroActions, type RetroAction } from './sprint/retro-action.ts';
import { sprints, type Sprint } from './sprint/sprint.ts';
import { teams, type Team } from './team/team.ts';
import { workspaceRecords, type WorkspaceRecord } from './workspace/workspace-record.ts';

/** All that a workspace holds. A new collection is one line here and one below. */
export type Collections = {
  workspace: WorkspaceRecord;
  member: Member;
  product: Product;
  state: State;
  team: Team;
  membership: Membership;
  holiday: Holiday;
  timeOff: TimeOff;
  share: Share;
  readyCheck: ReadyCheck;
  release: Release;
  milestone: Milestone;
  releaseStep: ReleaseStep;
  dateLine: DateLine;
  sprint: Sprint;
  item: Item;
  criterion: Criterion;
  teamEstimate: TeamEstimate;
  queuePlace: QueuePlace;
  readyTick: ReadyTick;
  impediment: Impediment;
  retroAction: RetroAction;
  boardColumn: OwnColumn;
  link: Link;
  alias: Alias;
  import: ImportRun;
  sourceRecord: SourceRecord;
  occupied: Occupied;
  away: Away;
};

/** In an order in which every record comes after those it refers to, items' parents aside. */
export const collections = {
  workspace: workspaceRecords,
  product: products,
  member: members,
  state: states,
  team: teams,
  membership: memberships,
  holiday: holidays,
  timeOff: timesOff,
  share: shares,
  readyCheck: readyChecks,
  release: releases,
  milestone: milestones,
  releaseStep: releaseSteps,
  dateLine: dateLineRecords,
  sprint: sprints,
  item: items,
  criterion: criteria,
  teamEstimate: teamEstimates,
  queuePlace: queuePlaces,
  readyTick: readyTicks,
  impediment: impediments,
  retroAction: retroActions,
  boardColumn: boardColumns,
  link: links,
  alias: aliases,
  import: imports,
  sourceRecord: sourceRecordCollection,
  occupied,
  away,
} as const;

/** What a reading and the checks of a verb look at. */
export type View = Readable<Collections>;
export type WorkspaceDraft = Draft<Collections>;

/** Checks a verb's definition against the collections and gives it back. */
export const verb = <I, G, N extends string>(definition: Verb<Collections, I, G, N>): Verb<Collections, I, G, N> => definition;

/** Checks a reading's definition against the collections and gives it back. */
export const reading = <I, A>(definition: Reading<Collections, I, A>): Reading<Collections, I, A> => definition;

/** The same for a reading that takes long: it is written with pauses, and without them it says the same. */
export const readingInPieces = <I, A>(
  definition: Omit<Reading<Collections, I, A>, 'of'> & Required<Pick<Reading<Collections, I, A>, 'inPieces'>>,
): Reading<Collections, I, A> & typeof definition => ({ ...definition, of: (...asked) => toEnd(definition.inPieces(...asked)) });
