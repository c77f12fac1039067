import { addCriteria } from '../../src/domain/backlog/criteria.ts';
import { setParent } from '../../src/domain/backlog/set-parent.ts';
import { createLink } from '../../src/domain/dependency/create-link.ts';
import { startImport } from '../../src/domain/import/start-import.ts';
import { createRelease } from '../../src/domain/release/create-release.ts';
import { setBoardColumns } from '../../src/domain/sprint/set-board-columns.ts';
import { raiseImpediment } from '../../src/domain/sprint/impediments.ts';
import { importedSprint } from '../../src/domain/sprint/sprint.ts';
import { addReleaseSteps } from '../../src/domain/checklist/steps.ts';
import { createMilestone } from '../../src/domain/release/milestones.ts';
import { setShare } from '../../src/domain/capacity/set-share.ts';
import { setTeamEstimate } from '../../src/domain/backlog/set-team-estimate.ts';
import { drawDateLine } from '../../src/domain/cutline/draw-date-line.ts';
import { addHolidays } from '../../src/domain/team/holidays.ts';
import { addToTeam } from '../../src/domain/team/memberships.ts';
import { addTimeOff } from '../../src/domain/team/time-off.ts';
import { createTeam } from '../../src/domain/team/create-team.ts';
import { APP, CAST, fixedId, WEB } from './cast.ts';
import { makeAny } from './edit.ts';
import { World } from './world.ts';

/** A world with something of everything: items, epics, tasks, links across products, criteria, a check of ready, teams, releases, their people, sprints, an import that runs. */
export function furnished(): World {
  const world = new World();
  world.add({ Maps: null }, { type: 'epic' }).add({ Routes: null }, { type: 'feature' }).add({ a: 3, b: 5, c: null, d: 8 });
  world.add({ t: null }, { type: 'task', parent: world.id('a') }).add({ w: 1, x: 2 }, { product: WEB, tags: ['web'] });
  world.run(setParent, { items: world.ids('Routes', 'b'), parent: world.id('Maps') });
  world.run(setParent, { items: world.ids('a'), parent: world.id('Routes') });
  for (const [from, to] of [
    ['a', 'c'],
    ['w', 'b'],
    ['d', 'x'],
  ] as const)
    world.run(createLink, { type: 'blocks', from: world.id(from), to: world.id(to) });
  world.run(addCriteria, { item: world.id('a'), texts: ['works offline', 'shows the height'] });
  const check = { id: fixedId(0x71), product: APP, type: null, kind: 'own' as const, words: 'Design is agreed', most: null, place: 0 };
  world.run(makeAny, { in: 'readyCheck', record: check });
  for (const product of [APP, WEB]) {
    const hash = product === APP ? 'a' : 'b';
    const team = world.run(createTeam, { name: product === APP ? 'Mobile' : 'Web', products: product === APP ? [APP] : [APP, WEB], pace: 20 }).made[0]!;
    withPeople(world, team);
    if (product === APP) estimatedBy(world);
    world.run(raiseImpediment, { team, title: 'No map tiles' });
    world.run(setBoardColumns, { team, columns: [{ name: 'Doing', groups: ['in-progress'] }] });
    const releases = ['2026-04-01', '2026-06-01', null].map((dueOn, at) => world.run(createRelease, { product, name: `1.${at}`, dueOn }).made[0]!);
    world.run(addReleaseSteps, { release: releases[0]!, phase: 'Launch', texts: ['Tell customers', 'Train support'] });
    const sprint = fixedId(0x61 + (product === APP ? 0 : 1));
    world.run(makeAny, { in: 'sprint', record: { ...importedSprint({ id: sprint, product, name: 'Sprint 1' }) } });
    world.run(makeAny, {
      in: 'retroAction',
      record: { id: fixedId(0x81 + (product === APP ? 0 : 1)), sprint, text: 'Try maps on the trail', item: null, place: 0 },
    });
    world.run(drawDateLine, { product, on: '2026-04-17', name: 'Easter' });
    world.run(createMilestone, { product, name: 'Fair', on: '2026-04-20' });
    world.run(
      startImport,
      { product, file: 'backlog.csv', hash: hash.repeat(64), rows: 100, states: [{ name: 'Waiting', group: 'backlog' }], highestNumber: 40 },
      'pia',
    );
  }
  return world;
}

/** A second team that an item needs besides its own. */
function estimatedBy(world: World): void {
  const team = world.run(createTeam, { name: 'Rangers', products: [APP], pace: 8 }).made[0]!;
  world.run(setTeamEstimate, { item: world.id('d'), team, points: 2 });
}

/** Somebody who cannot sign in, so that nobody may do more by it. */
function withPeople(world: World, team: string): void {
  world.run(addToTeam, { team, member: CAST.nia.id, share: 50 });
  world.run(addHolidays, { team, holidays: [{ name: 'Easter', from: '2026-04-03', to: '2026-04-06' }] });
  world.run(addTimeOff, { member: CAST.nia.id, from: '2026-03-05', to: '2026-03-06' });
  world.run(setShare, { team, category: 'technical-debt', percent: 20 });
}
