import { backlog } from './finding/backlog.ts';
import { search } from './finding/search.ts';
import { untouched } from './backlog/untouched.ts';
import { capacity } from './capacity/capacity-reading.ts';
import { shareDrift } from './capacity/share-drift.ts';
import { measuredPace } from './capacity/measured-pace.ts';
import type { Collections } from './collections.ts';
import { dateLines } from './cutline/date-lines.ts';
import { cutline } from './cutline/cutline.ts';
import { ghostLineReading } from './cutline/ghost-line.ts';
import { releaseForecast } from './schedule/release-forecast.ts';
import { releaseCone } from './cutline/release-cone.ts';
import { why } from './cutline/why.ts';
import { flowHistory } from './flow/flow-history.ts';
import { flowItems } from './flow/flow-items.ts';
import { funnelFlow } from './funnel/flow.ts';
import { funnelHistory } from './funnel/funnel-history.ts';
import { funnel } from './funnel/funnel.ts';
import type { HistoryReading, Reading } from './kernel/reading.ts';
import { releaseHistory } from './release/release-history.ts';
import { releaseReport } from './release/release-report.ts';
import { mismatches } from './readiness/mismatch.ts';
import { readiness } from './readiness/readiness.ts';
import { releaseChecklist } from './checklist/checklist.ts';
import { releaseRisks } from './readiness/release-risks.ts';
import { flow } from './planning/team-flow.ts';
import { queue } from './planning/team-queue.ts';
import { sprintPlan } from './planning/sprint-plan.ts';
import { board } from './sprint/board.ts';
import { sprintBurndown } from './sprint/burndown.ts';
import { sprintThen } from './sprint/sprint-then.ts';
import { sprintStory } from './sprint/sprint-story.ts';
import { velocity } from './sprint/velocity.ts';
import { roadmap } from './roadmap/roadmap.ts';
import { calibration } from './forecast/calibration.ts';
import { doneByReading } from './schedule/done-by.ts';
import { itemForecast } from './schedule/item-forecast.ts';
import { schedule } from './schedule/schedule-reading.ts';
import { pulledLine } from './tradeoffs/pull.ts';
import { whatItTakes } from './tradeoffs/what-it-takes.ts';
import { whatPushesOut } from './tradeoffs/what-pushes-out.ts';
import { myWork } from './mywork/my-work.ts';

const registered = [
  backlog,
  search,
  untouched,
  capacity,
  shareDrift,
  cutline,
  dateLines,
  ghostLineReading,
  why,
  whatItTakes,
  whatPushesOut,
  pulledLine,
  releaseForecast,
  releaseCone,
  releaseRisks,
  releaseChecklist,
  itemForecast,
  schedule,
  doneByReading,
  calibration,
  roadmap,
  releaseReport,
  myWork,
  readiness,
  mismatches,
  funnel,
  board,
  sprintPlan,
  queue,
  flow,
] as const;

/** Everything that can be asked. Routes, OpenAPI, commands and tests are made from these lists. */
export const readings = registered as unknown as readonly Reading<Collections, never, unknown>[]; // each was checked where it is defined
export const historyReadings = [
  sprintStory,
  sprintBurndown,
  sprintThen,
  velocity,
  measuredPace,
  releaseHistory,
  funnelFlow,
  funnelHistory,
  flowHistory,
  flowItems,
] as unknown as readonly HistoryReading<Collections, never, never, unknown>[]; // as above
