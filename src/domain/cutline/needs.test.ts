import { describe, expect, test } from 'vitest';
import { APP, WEB } from '../../../test/builders/cast.ts';
import { IN_2_WEEKS, planned, type Planned } from '../../../test/builders/planned.ts';
import { setTeamEstimate } from '../backlog/set-team-estimate.ts';
import { updateProduct } from '../product/update-product.ts';
import { updateRelease } from '../release/update-release.ts';
import { updateTeam } from '../capacity/update-team.ts';
import { chanceOfAll } from './chances.ts';
import { whyOf } from './why.ts';

/** Web does ten points in two weeks, Zeta five; `both` takes 3 of Web and 4 of Zeta. */
function two(): { world: Planned; zeta: string } {
  const world = planned({ a: 2, both: 3, b: 2 });
  const zeta = world.team('Zeta', 5);
  world.add({ z1: 2, z2: 1 }, { team: zeta });
  world.run(setTeamEstimate, { item: world.id('both'), team: zeta, points: 4 });
  return { world, zeta };
}

describe('an item with estimates of several teams', () => {
  test('is above the line where each has room, and takes of each what is said', () => {
    const { world } = two();
    world.release('2.4', IN_2_WEEKS);
    expect(world.taken('2.4')).toBe('a both b'); // of Zeta 4 of 5, so that z1 with 2 does not fit, and nothing smaller jumps over it
    expect(world.line('2.4').teams).toMatchObject([
      { used: 7, capacity: 10 },
      { used: 4, capacity: 5, stoppedBy: world.id('z1') },
    ]);
  });

  test('is passed over where one has none, uses no room of the others, and the scarce one is named', () => {
    const { world, zeta } = two();
    const release = world.release('2.4', IN_2_WEEKS);
    world.run(updateTeam, { team: zeta, pace: 3 });
    expect(world.taken('2.4')).toBe('a b'); // Zeta takes nothing more behind it
    expect(world.row('both').reason).toEqual({ code: 'full', line: release, team: zeta, keptFor: null, isOneOfSeveral: true, needs: 4, room: 3 });
    expect(world.row('z1').reason).toMatchObject({ code: 'would-fit', team: zeta, stoppedBy: world.id('both') });
    expect(whyOf(world.workspace, world.lines(), world.item('both')).arithmetic).toMatchObject({
      team: zeta,
      capacity: 3,
      before: 0,
      needs: 4,
      isGuess: false,
    });
  });

  test('waits for a team that has no part in the release or whose pace nobody knows', () => {
    const { world, zeta } = two();
    const web = world.lines().firstTeam!;
    const release = world.release('2.4', IN_2_WEEKS, { teams: [web] });
    expect(world.row('both')).toMatchObject({ mark: 'none', reason: { code: 'other-team', team: zeta } });
    world.run(updateRelease, { release, teams: [] });
    world.run(updateTeam, { team: zeta, pace: null });
    expect(world.row('both').reason).toMatchObject({ code: 'no-pace', team: zeta });
  });

  test('counts as one item of each where items are counted', () => {
    const { world } = two();
    world.release('2.4', IN_2_WEEKS);
    world.run(updateProduct, { product: APP, unit: 'items' });
    expect(world.line('2.4').teams).toMatchObject([{ used: 3 }, { used: 3 }]);
  });

  test('is as likely as all of its teams together, and stands below a line that asks for more', () => {
    const { world, zeta } = two();
    for (const team of [null, zeta]) world.delivered(team, [4, 6, 5, 7, 3, 6, 5, 8]);
    const release = world.release('2.4', IN_2_WEEKS);
    const chance = (...titles: string[]) => chanceOfAll(world.workspace, world.lines(), { line: world.line('2.4'), rows: world.ids(...titles) })!;
    const [whole, web] = [chance('both'), chance('a')];
    // Web has worked off a and both, 5 points; Zeta both alone, 4.
    expect(whole).toBeLessThan(web);
    world.run(setTeamEstimate, { item: world.id('both'), team: zeta, points: 0 });
    const alone = chance('both');
    expect(whole).toBeLessThan(alone);
    world.run(setTeamEstimate, { item: world.id('both'), team: zeta, points: 4 });
    // Between what both together and what the less likely team alone would allow, each has room and the row is still not taken.
    const confidence = Math.min(0.99, (whole + Math.min(alone, whole / alone)) / 2);
    world.run(updateRelease, { release, confidence });
    expect(world.row('both').reason).toEqual({ code: 'together', line: release, team: expect.any(String) as string, confidence });
  });
});

describe('an estimate for a team', () => {
  test('is made, changed and taken away with 0, once for each team', () => {
    const { world, zeta } = two();
    const points = () => [...world.workspace.all('teamEstimate')].map((one) => one.points);
    world.run(setTeamEstimate, { item: world.id('both'), team: zeta, points: 2.5 });
    expect(points()).toEqual([2.5]);
    world.run(setTeamEstimate, { item: world.id('both'), team: zeta, points: 0 });
    expect(points()).toEqual([]);
    world.undo();
    expect(points()).toEqual([2.5]);
  });

  test('is not for its own team, which its estimate is for, nor for a team that works elsewhere', () => {
    const { world } = two();
    const [own, elsewhere] = [world.lines().firstTeam!, world.team('Other', 5, [WEB])];
    const refusal = (team: string) => world.refusal(() => world.run(setTeamEstimate, { item: world.id('both'), team, points: 1 }))[0]?.code;
    expect([refusal(own), refusal(elsewhere)]).toEqual(['same-twice', 'other-product']);
  });

  test('no longer counts for a team that has left the product, nor for one that the item came to', () => {
    const { world, zeta } = two();
    world.release('2.4', IN_2_WEEKS);
    world.run(updateTeam, { team: zeta, products: [WEB] });
    expect(world.taken('2.4')).toContain('both');
    expect(world.lines(world.view('gus')).takenBy[world.id('both')]).toBe(0);
  });
});
