import { createItems } from './backlog/create-items.ts';
import { addCriteria, moveCriterion, removeCriterion, updateCriterion } from './backlog/criteria.ts';
import { declineItems, reopenItems } from './backlog/decline-items.ts';
import { moveItems } from './backlog/move-items.ts';
import { parkItems, returnItems, unparkItems } from './backlog/park-items.ts';
import { setParent } from './backlog/set-parent.ts';
import { setState } from './backlog/set-state.ts';
import { createState, removeState, updateState } from './backlog/states.ts';
import { restoreItems, trashItems } from './backlog/trash-items.ts';
import { updateItem } from './backlog/update-item.ts';
import { updateItems } from './backlog/update-items.ts';
import { writeDescription } from './backlog/write-description.ts';
import type { Collections } from './collections.ts';
import { createLink, removeLink } from './dependency/create-link.ts';
import { drawLine } from './cutline/draw-line.ts';
import { undoEntry } from './history/undo-entry.ts';
import { endImport } from './import/end-import.ts';
import { importRelations } from './import/import-relations.ts';
import { importRows } from './import/import-rows.ts';
import { startImport } from './import/start-import.ts';
import type { Verb } from './kernel/verb.ts';
import { updateMember } from './member/update-member.ts';
import { createProduct } from './product/create-product.ts';
import { updateProduct } from './product/update-product.ts';
import { cancelRelease, reopenRelease } from './release/cancel-release.ts';
import { addReadyCheck, adoptReadyChecks, moveReadyCheck, removeReadyCheck, updateReadyCheck } from './readiness/ready-checks.ts';
import { tickReadyCheck } from './readiness/tick-ready-check.ts';
import { createRelease } from './release/create-release.ts';
import { addReleaseSteps, moveReleaseStep, removeReleaseStep, renameReleasePhase, tickReleaseStep, updateReleaseStep } from './checklist/steps.ts';
import { keepReleaseTemplate, takeReleaseTemplate } from './checklist/template.ts';
import { drawDateLine, removeDateLine, updateDateLine } from './cutline/draw-date-line.ts';
import { createMilestone, removeMilestone, updateMilestone } from './release/milestones.ts';
import { putInRelease } from './release/put-in-release.ts';
import { shipRelease } from './release/ship-release.ts';
import { updateRelease } from './release/update-release.ts';
import { withdrawNotes } from './release/publish-notes.ts';
import { writeReleaseNotes } from './release/write-notes.ts';
import { promiseItem } from './roadmap/promise-item.ts';
import { closeSprint } from './sprint/close-sprint.ts';
import { createSprint } from './sprint/create-sprint.ts';
import { addRetroAction, makeItemOfAction, removeRetroAction, updateRetroAction } from './sprint/retro-actions.ts';
import { setBoardColumns } from './sprint/set-board-columns.ts';
import { writeSprintNotes } from './sprint/write-sprint-notes.ts';
import { raiseImpediment, resolveImpediment, updateImpediment } from './sprint/impediments.ts';
import { moveInQueue } from './planning/move-in-queue.ts';
import { moveInSprint } from './sprint/move-in-sprint.ts';
import { planInSprint } from './sprint/plan-in-sprint.ts';
import { startSprint } from './sprint/start-sprint.ts';
import { updateSprint } from './sprint/update-sprint.ts';
import { addHolidays, removeHoliday } from './team/holidays.ts';
import { addToTeam, removeFromTeam, updateMembership } from './team/memberships.ts';
import { addTimeOff, removeTimeOff } from './team/time-off.ts';
import { setTeamEstimate } from './backlog/set-team-estimate.ts';
import { setShare } from './capacity/set-share.ts';
import { createTeam } from './team/create-team.ts';
import { updateTeam } from './capacity/update-team.ts';
import { updateWorkspace } from './workspace/update-workspace.ts';

const registered = [
  updateWorkspace,
  createProduct,
  updateProduct,
  createState,
  updateState,
  removeState,
  createItems,
  updateItem,
  updateItems,
  setState,
  setParent,
  moveItems,
  parkItems,
  unparkItems,
  returnItems,
  declineItems,
  reopenItems,
  trashItems,
  restoreItems,
  writeDescription,
  addCriteria,
  updateCriterion,
  removeCriterion,
  moveCriterion,
  adoptReadyChecks,
  addReadyCheck,
  updateReadyCheck,
  moveReadyCheck,
  removeReadyCheck,
  tickReadyCheck,
  createLink,
  removeLink,
  undoEntry,
  startImport,
  importRows,
  importRelations,
  endImport,
  updateMember,
  createRelease,
  updateRelease,
  putInRelease,
  shipRelease,
  cancelRelease,
  reopenRelease,
  writeReleaseNotes,
  withdrawNotes,
  createMilestone,
  updateMilestone,
  removeMilestone,
  addReleaseSteps,
  updateReleaseStep,
  tickReleaseStep,
  moveReleaseStep,
  removeReleaseStep,
  renameReleasePhase,
  takeReleaseTemplate,
  keepReleaseTemplate,
  drawDateLine,
  updateDateLine,
  removeDateLine,
  createTeam,
  updateTeam,
  addToTeam,
  updateMembership,
  removeFromTeam,
  addHolidays,
  removeHoliday,
  addTimeOff,
  removeTimeOff,
  setShare,
  setTeamEstimate,
  createSprint,
  updateSprint,
  planInSprint,
  moveInSprint,
  moveInQueue,
  startSprint,
  closeSprint,
  raiseImpediment,
  updateImpediment,
  resolveImpediment,
  setBoardColumns,
  writeSprintNotes,
  addRetroAction,
  updateRetroAction,
  removeRetroAction,
  makeItemOfAction,
  drawLine,
  promiseItem,
] as const;

/** Everything that a person can do. Routes, OpenAPI, commands, tools and tests are made from this list. */
export const verbs = registered as unknown as readonly Verb<Collections>[]; // each was checked where it is defined

/** A verb by name with its input as a caller writes it: what screens send. */
export type NamedCall = CallOf<(typeof registered)[number]>;
type CallOf<V> = V extends Verb<Collections, infer _Input, infer Given, infer Name> ? { readonly verb: Name; readonly input: Unaltered<Given> } : never;

/** A call's input is read and never written to. */
type Unaltered<T> = T extends readonly (infer Member)[]
  ? readonly Unaltered<Member>[]
  : T extends object
    ? { readonly [Field in keyof T]: Unaltered<T[Field]> }
    : T;
