import { aliasesByKey, aliasesOf } from './backlog/alias.ts';
import { closedItems } from './backlog/done.ts';
import { criteriaOf } from './backlog/criterion.ts';
import { childrenOf, itemRanking, itemsByNumber, itemsByRank, itemsInRelease, itemsInState, pointsByType, pointsOfAll } from './backlog/item.ts';
import { openItems, parkedItems, rankedRows, trashedItems } from './backlog/open.ts';
import { statesOf } from './backlog/state.ts';
import { collections, type Collections } from './collections.ts';
import { dateLinesOf } from './cutline/date-line.ts';
import { blocksAcross } from './dependency/blocks-across.ts';
import { linksFrom, linksTo } from './dependency/link.ts';
import { importsOf } from './import/import-run.ts';
import { sourceRecords, sourcesOfItem } from './import/source-record.ts';
import type { Model } from './kernel/model.ts';
import { Workspace } from './kernel/workspace.ts';
import { belonging, resolve, subject } from './member/access.ts';
import { membersByAccount, membersByName } from './member/member.ts';
import { dependants, visible } from './member/visible.ts';
import { productsByKey } from './product/product.ts';
import { broken, isBarred } from './rules.ts';
import { releasesByDate } from './release/release.ts';
import { rowsInRelease } from './release/rows-in-release.ts';
import { openEpics } from './roadmap/open-epics.ts';
import { columnsOfTeam } from './sprint/board-column.ts';
import { retroActionsOf, retroActionsOfItem } from './sprint/retro-action.ts';
import { impedimentsOf, impedimentsOfItem } from './sprint/impediment.ts';
import { itemsInSprint, sprintsByName, sprintsOfTeam } from './sprint/sprint.ts';
import { holidaysOf, timeOffOf } from './team/days-off.ts';
import { membershipsOf, membershipsOfMember } from './team/membership.ts';
import { sharesOf } from './capacity/share.ts';
import { estimatesOfTeam, teamEstimatesOf } from './estimation/team-estimate.ts';
import { queuePlacesOf, queuePlacesOfItem } from './planning/queue-place.ts';
import { stepsOf, templateSteps } from './checklist/step.ts';
import { milestonesOf, milestonesOfRelease } from './release/milestone.ts';
import { readyChecksOf, readyTicksOf, readyTicksOfCheck } from './readiness/ready-check.ts';
import { doneRows } from './backlog/done-rows.ts';
import { rowsOfTeam } from './backlog/rows-of-team.ts';
import { teamsByName } from './team/team.ts';
import { ownItems } from './mywork/own-items.ts';

/** What the kernel knows of Cutline. Indexes stand in the order in which they are kept: one may peek at those before it. */
export const model: Model<Collections> = {
  version: 2,
  collections,
  indexes: [
    membersByName,
    membersByAccount,
    productsByKey,
    statesOf,
    teamsByName,
    releasesByDate,
    membershipsOf,
    membershipsOfMember,
    holidaysOf,
    timeOffOf,
    sharesOf,
    readyChecksOf,
    milestonesOf,
    milestonesOfRelease,
    stepsOf,
    templateSteps,
    dateLinesOf,
    sprintsByName,
    sprintsOfTeam,
    itemsByRank,
    childrenOf,
    itemsInState,
    itemsInRelease,
    itemsInSprint,
    itemsByNumber,
    pointsByType,
    pointsOfAll,
    rankedRows,
    rowsOfTeam,
    doneRows,
    rowsInRelease,
    openItems,
    openEpics,
    ownItems,
    parkedItems,
    trashedItems,
    closedItems,
    criteriaOf,
    teamEstimatesOf,
    estimatesOfTeam,
    queuePlacesOf,
    queuePlacesOfItem,
    readyTicksOf,
    readyTicksOfCheck,
    impedimentsOf,
    impedimentsOfItem,
    columnsOfTeam,
    retroActionsOf,
    retroActionsOfItem,
    linksFrom,
    linksTo,
    blocksAcross,
    aliasesByKey,
    aliasesOf,
    importsOf,
    sourceRecords,
    sourcesOfItem,
  ],
  ranking: itemRanking,
  subject,
  belonging,
  resolve,
  visible,
  broken,
  isBarred,
  dependants,
};

export const emptyWorkspace = (): Workspace<Collections> => new Workspace<Collections>(model.indexes);
