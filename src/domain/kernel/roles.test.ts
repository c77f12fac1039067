import { expect, test } from 'vitest';
import { APP, type Name } from '../../../test/builders/cast.ts';
import { Chance } from '../../../test/builders/chance.ts';
import { inputOf } from '../../../test/builders/commands.ts';
import { furnished } from '../../../test/builders/furnished.ts';
import { createItems } from '../backlog/create-items.ts';
import { model } from '../model.ts';
import { historyReadings, readings } from '../readings.ts';
import { verbs } from '../verbs.ts';
import { permitted } from './ask.ts';
import { Refusal } from './refusal.ts';

/** One of each role, in the order of the table. */
const ROLES: readonly Name[] = ['ada', 'pia', 'tom', 'sam', 'gus'];

/**
 * Who may do what, written by hand: a letter for admin, product manager, team member, stakeholder and guest. Whoever adds a verb or a reading
 * says here who may use it.
 */
const VERBS: Readonly<Record<string, string>> = {
  updateWorkspace: 'AP---',
  createProduct: 'AP---',
  updateProduct: 'AP---',
  createState: 'AP---',
  updateState: 'AP---',
  removeState: 'AP---',
  createItems: 'APT--',
  updateItem: 'APT--',
  updateItems: 'APT--',
  setState: 'APT--',
  setParent: 'APT--',
  moveItems: 'AP---',
  parkItems: 'APT--',
  unparkItems: 'APT--',
  returnItems: 'APT--',
  declineItems: 'APT--',
  reopenItems: 'APT--',
  trashItems: 'APT--',
  restoreItems: 'APT--',
  writeDescription: 'APT--',
  addCriteria: 'APT--',
  updateCriterion: 'APT--',
  removeCriterion: 'APT--',
  moveCriterion: 'APT--',
  adoptReadyChecks: 'AP---',
  addReadyCheck: 'AP---',
  updateReadyCheck: 'AP---',
  moveReadyCheck: 'AP---',
  removeReadyCheck: 'AP---',
  tickReadyCheck: 'APT--',
  createLink: 'APT--',
  removeLink: 'APT--',
  undoEntry: 'APT--',
  startImport: 'AP---',
  importRows: 'AP---',
  importRelations: 'AP---',
  endImport: 'AP---',
  updateMember: 'A----',
  createRelease: 'AP---',
  updateRelease: 'AP---',
  putInRelease: 'AP---',
  shipRelease: 'AP---',
  cancelRelease: 'AP---',
  reopenRelease: 'AP---',
  writeReleaseNotes: 'AP---',
  withdrawNotes: 'AP---',
  createMilestone: 'AP---',
  updateMilestone: 'AP---',
  removeMilestone: 'AP---',
  addReleaseSteps: 'AP---',
  updateReleaseStep: 'AP---',
  tickReleaseStep: 'APT--',
  moveReleaseStep: 'AP---',
  removeReleaseStep: 'AP---',
  renameReleasePhase: 'AP---',
  takeReleaseTemplate: 'AP---',
  keepReleaseTemplate: 'AP---',
  drawDateLine: 'AP---',
  updateDateLine: 'AP---',
  removeDateLine: 'AP---',
  createTeam: 'AP---',
  updateTeam: 'AP---',
  addToTeam: 'AP---',
  updateMembership: 'AP---',
  removeFromTeam: 'AP---',
  addHolidays: 'AP---',
  removeHoliday: 'AP---',
  addTimeOff: 'AP---',
  removeTimeOff: 'AP---',
  setShare: 'AP---',
  setTeamEstimate: 'APT--',
  createSprint: 'AP---',
  updateSprint: 'AP---',
  planInSprint: 'AP---',
  moveInSprint: 'AP---',
  moveInQueue: 'AP---',
  startSprint: 'AP---',
  closeSprint: 'AP---',
  raiseImpediment: 'APT--',
  updateImpediment: 'APT--',
  resolveImpediment: 'APT--',
  setBoardColumns: 'AP---',
  writeSprintNotes: 'AP---',
  addRetroAction: 'AP---',
  updateRetroAction: 'AP---',
  removeRetroAction: 'AP---',
  makeItemOfAction: 'AP---',
  drawLine: 'AP---',
  promiseItem: 'AP---',
};

const READINGS: Readonly<Record<string, string>> = {
  backlog: 'APTSG',
  search: 'APTSG',
  untouched: 'APTSG',
  capacity: 'APT--',
  shareDrift: 'APT--',
  cutline: 'APTSG',
  dateLines: 'APTSG',
  ghostLine: 'APTSG',
  itemForecast: 'APT--',
  schedule: 'APT--',
  doneBy: 'APT--',
  calibration: 'APT--',
  releaseForecast: 'APT--',
  releaseCone: 'APT--',
  releaseRisks: 'APTSG',
  releaseChecklist: 'APTSG',
  why: 'APTSG',
  whatItTakes: 'APTSG',
  whatPushesOut: 'APTSG',
  pulledLine: 'APTSG',
  roadmap: 'APTSG',
  board: 'APTSG',
  sprintPlan: 'APT--',
  queue: 'APTS-',
  teamFlow: 'APT--',
  sprintStory: 'APTSG',
  sprintBurndown: 'APTSG',
  sprintThen: 'APTSG',
  velocity: 'APTS-',
  myWork: 'APTSG',
  readiness: 'APTSG',
  mismatches: 'APTSG',
  funnel: 'APTSG',
  funnelHistory: 'APTSG',
  funnelFlow: 'APTSG',
  releaseReport: 'APTSG',
  measuredPace: 'APTSG',
  releaseHistory: 'APTSG',
  flowHistory: 'APTSG',
  flowItems: 'APTSG',
};

const LETTER = 'APTSG';

/** Whether somebody gets past the door: what they named is there for them, and they may do it. */
function isLetIn(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return !['not-allowed', 'not-there'].includes(error.blockers[0].code);
  }
}

const row = (mayUse: (who: Name) => boolean): string => ROLES.map((who, at) => (mayUse(who) ? LETTER[at] : '-')).join('');

test('every verb lets in exactly the roles that the table names', () => {
  const table = verbs.map((verb) => {
    const mayUse = (who: Name): boolean => {
      const world = furnished();
      world.run(createItems, { product: APP, items: [{ title: 'new' }] });
      const input = inputOf(verb, { world, view: world.view('gus'), product: APP, chance: new Chance(1), isFull: true });
      const plain =
        verb.name === 'createItems'
          ? { product: APP, items: [{ title: 'x' }] }
          : verb.name === 'undoEntry'
            ? { entry: world.log.length }
            : withHidden(verb.name, world, input);
      return isLetIn(() => world.run(verb as never, plain as never, who));
    };
    return [verb.name, row(mayUse)];
  });
  expect(Object.fromEntries(table)).toEqual(VERBS);
}, 30_000);

/** What is hidden from guests, from whose view inputs are made, is taken from the whole: a run of an import, what teams are made of, and what is in their way. */
function withHidden(name: string, world: ReturnType<typeof furnished>, input: unknown): unknown {
  const [run] = [...world.workspace.all('import')].filter(({ product }) => product === APP);
  if (['importRows', 'importRelations', 'endImport'].includes(name)) return { ...(input as object), import: run!.id };
  if (name === 'setBoardColumns') return { ...(input as object), columns: [{ name: 'Doing', groups: ['in-progress'] }] };
  const hidden = (['membership', 'holiday', 'timeOff', 'impediment'] as const).filter((field) => field in (input as object));
  return { ...(input as object), ...Object.fromEntries(hidden.map((field) => [field, [...world.workspace.all(field)][0]!.id])) };
}

test('every reading answers exactly the roles that the table names', () => {
  const table = [...readings, ...historyReadings].map((reading) => {
    const mayUse = (who: Name): boolean => {
      const world = furnished();
      const view = world.view('gus');
      const input = inputOf(reading as never, { world, view, product: APP, chance: new Chance(1), isFull: true });
      return isLetIn(() => permitted(reading as never, input, { model, view: world.view(who), access: world.access(who)! }));
    };
    return [reading.name, row(mayUse)];
  });
  expect(Object.fromEntries(table)).toEqual(READINGS);
});

test('a place other than the end is a rank: who may not rank adds items at the end only', () => {
  const world = furnished();
  const items = [{ title: 'x' }];
  const refused = world.refusal(() => world.run(createItems, { product: APP, items, place: { to: 'top' } }, 'tom'));
  expect(refused).toEqual([{ code: 'not-allowed', may: 'rank-items' }]);
  expect(world.refusal(() => world.run(createItems, { product: APP, items }, 'tom'))).toEqual([]);
});

test('a verb whose entries are lasting cannot be taken back', () => {
  for (const verb of verbs.filter(({ lasting }) => lasting)) {
    const world = furnished();
    for (let seed = 0; seed < 30; seed++) {
      const input = inputOf(verb, { world, view: world.workspace, product: APP, chance: new Chance(seed) });
      const { entry } = world.run(verb as never, input as never);
      if (!entry) continue;
      expect(
        world.refusal(() => world.undo(entry)),
        verb.name,
      ).toMatchObject([{ code: 'lasting' }]);
      break;
    }
  }
});
