import { describe, expect, test } from 'vitest';
import { APP, WEB } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { IN_2_WEEKS, IN_4_WEEKS, planned, type Planned } from '../../../test/builders/planned.ts';
import { teamsOf } from '../backlog/team-of.ts';
import { updateTeam } from '../capacity/update-team.ts';
import { verbs } from '../verbs.ts';
import type { Fix } from './fix.ts';
import { whyOf, type Why } from './why.ts';

const why = (world: Planned, title: string): Why => whyOf(world.workspace, world.lines(), world.item(title));
const codes = ({ fixes }: Why) => fixes.map(({ code }) => code);

/** Presses a fix's button. */
function press(world: Planned, fix: Fix | undefined): void {
  world.run(
    verbs.find(({ name }) => name === fix!.call.verb)!,
    fix!.call.input as never,
  );
}

describe('why a row is taken', () => {
  test('a filled one: what stands above it, what it needs, the room it found', () => {
    const world = planned({ a: 3, b: 5, c: 1 });
    const release = world.release('2.4', IN_2_WEEKS);
    world.put(release, 'b');
    expect(why(world, 'b')).toMatchObject({ mark: 'filled', reason: { code: 'taken', line: release }, fixes: [] });
    expect(why(world, 'b').arithmetic).toMatchObject({
      pace: 10,
      workingDays: 10,
      from: '2026-03-02',
      to: IN_2_WEEKS,
      capacity: 10,
      before: 3,
      room: 7,
      needs: 5,
      isGuess: false,
    });
  });

  test('by a pace that is all a team does, for another product too', () => {
    const world = planned({ a: 3 });
    world.release('2.4', IN_2_WEEKS);
    expect(why(world, 'a').arithmetic?.alsoFor).toEqual([]);
    world.run(updateTeam, { team: teamsOf(world.workspace, APP)[0]!.id, products: [APP, WEB] });
    expect(why(world, 'a').arithmetic).toMatchObject({ pace: 10, alsoFor: [WEB], room: 10 });
  });

  test('a hollow one: its first button puts it in', () => {
    const world = planned({ a: 3, b: null });
    const release = world.release('2.4', IN_2_WEEKS);
    expect(why(world, 'b')).toMatchObject({ mark: 'hollow', reason: { code: 'would-be-taken', line: release }, arithmetic: { needs: 3, isGuess: true } });
    press(world, why(world, 'b').fixes[0]);
    expect(world.row('b').mark).toBe('filled');
  });
});

describe('what would bring a row in, in one step', () => {
  test('full: the lowest place from which it is taken, or the date until which it fits', () => {
    const world = planned({ a: 3, b: 4, c: 3, big: 5 });
    world.release('2.4', IN_2_WEEKS);
    const answer = why(world, 'big');
    expect(answer).toMatchObject({ reason: { code: 'full', needs: 5, room: 0 }, arithmetic: { before: 10, room: 0 } });
    expect(codes(answer)).toEqual(['move-above', 'set-date']);
    press(world, answer.fixes[0]);
    expect([world.ranked(), world.taken('2.4')]).toEqual(['a big b c', 'a big']);
    world.undo();
    press(world, answer.fixes[1]);
    expect(world.taken('2.4')).toBe('a b c big');
    expect(world.line('2.4')).toMatchObject({ date: '2026-03-20', teams: [{ used: 15, capacity: 15 }] });
  });

  test('would fit: above the one that stopped its team', () => {
    const world = planned({ a: 7, big: 5, small: 2 });
    world.release('2.4', IN_2_WEEKS);
    press(world, why(world, 'small').fixes[0]);
    expect([world.ranked(), world.taken('2.4')]).toEqual(['a small big', 'a small']);
  });

  test("no date is offered that lies on or after the next line's", () => {
    const world = planned({ a: 8, b: 8 });
    world.release('2.4', IN_2_WEEKS);
    world.release('2.5', '2026-03-16');
    expect(codes(why(world, 'b'))).toEqual(['move-above']);
  });

  test('what is larger than the whole capacity has no place to move to', () => {
    const world = planned({ a: 3, huge: 40 });
    const release = world.release('2.4', IN_2_WEEKS);
    world.put(release, 'huge');
    expect(codes(why(world, 'huge'))).toEqual(['set-date', 'take-out']);
    press(world, why(world, 'huge').fixes[1]);
    expect(world.row('huge').mark).toBe('none');
  });

  test('it is not moved above its own blocker', () => {
    const world = planned({ blocker: 8, a: 2, late: 3 }).blocks('blocker', 'late');
    world.release('2.4', IN_2_WEEKS);
    expect(codes(why(world, 'late'))).toEqual(['set-date']);
  });

  test('held: the blocker above it', () => {
    const world = planned({ a: 3, held: 3, blocker: 2 }).blocks('blocker', 'held');
    world.release('2.4', IN_2_WEEKS);
    expect(codes(why(world, 'held'))).toEqual(['move-blocker-above']);
    press(world, why(world, 'held').fixes[0]);
    expect([world.ranked(), world.taken('2.4')]).toEqual(['a blocker held', 'a blocker held']);
  });

  test('held by one in a later release: that one into this release', () => {
    const world = planned({ blocker: 2, held: 3 }).blocks('blocker', 'held');
    const release = world.release('2.4', IN_2_WEEKS);
    world.put(world.release('2.5', IN_4_WEEKS), 'blocker').put(release, 'held');
    expect(codes(why(world, 'held'))).toEqual(['put-blocker-in', 'take-out']);
    press(world, why(world, 'held').fixes[0]);
    expect(world.taken('2.4')).toBe('blocker held');
  });

  test('held from another product, or by what the asker may not see: nothing that is done here', () => {
    const world = planned({ held: 3 }).add({ theirs: 2 }, { product: WEB }).blocks('theirs', 'held');
    world.release('2.4', IN_2_WEEKS);
    expect(why(world, 'held')).toMatchObject({ reason: { code: 'held', by: world.id('theirs') }, fixes: [] });
    const view = world.view('gus');
    expect(whyOf(view, world.lines(view), world.item('held'))).toMatchObject({ reason: { code: 'held-by-hidden' }, fixes: [] });
  });

  test('no date: asks for one, or takes it out', () => {
    const world = planned({ a: 3 });
    const release = world.release('2.6', null);
    world.put(release, 'a');
    expect(why(world, 'a')).toMatchObject({ mark: 'coral', reason: { code: 'no-date', release }, arithmetic: null });
    expect(why(world, 'a').fixes).toMatchObject([
      { code: 'set-date', asks: 'dueOn', call: { input: { release } } },
      { code: 'take-out', asks: null },
    ]);
  });

  test('no pace and no team: asks for them', () => {
    const world = planned({ a: 3 }, null);
    world.put(world.release('2.4', IN_2_WEEKS), 'a');
    expect(why(world, 'a')).toMatchObject({ reason: { code: 'no-pace' }, fixes: [{ code: 'set-pace', asks: 'pace' }, { code: 'take-out' }] });
    world.run(editAny, { in: 'team', id: world.lines().firstTeam!, values: { products: [] } });
    expect(why(world, 'a').fixes[0]).toMatchObject({
      code: 'make-team',
      call: { verb: 'createTeam', input: { name: 'Trailhead', products: [APP] } },
      asks: 'pace',
    });
    press(world, why(world, 'a').fixes[0]);
    expect(why(world, 'a').reason.code).toBe('no-pace');
  });

  test('a team that does not work on the release: added to it', () => {
    const world = planned({ a: 3 });
    const mobile = world.team('Zeta', 5);
    world.add({ m: 1 }, { team: mobile });
    world.release('2.4', IN_2_WEEKS, { teams: [world.lines().firstTeam!] });
    press(world, why(world, 'm').fixes[0]);
    expect(world.taken('2.4')).toBe('a m');
  });
});

describe('what has no mark says why', () => {
  test('far below, without a line, a parent, a task, and what is not open', () => {
    const world = planned(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`r${at}`, 5]))).add({ epic: null }, { type: 'epic' });
    expect(why(world, 'r0').reason).toEqual({ code: 'no-line', product: APP });
    const line = world.release('2.4', IN_2_WEEKS);
    expect(why(world, 'r29').reason).toEqual({ code: 'below', line, rows: 28 });
    world.run(editAny, { in: 'item', id: world.id('r0'), values: { parent: world.id('epic') } });
    world.run(editAny, { in: 'item', id: world.id('r9'), values: { parent: world.id('epic') } });
    expect(why(world, 'epic').reason).toEqual({ code: 'parent', above: 1, of: 2 });
    world.add({ task: null }, { type: 'task', parent: world.id('r0') });
    expect(why(world, 'task').reason).toEqual({ code: 'task', story: world.id('r0') });
    world.run(editAny, { in: 'item', id: world.id('r9'), values: { parkedAt: world.now } });
    expect(why(world, 'r9').reason).toEqual({ code: 'no-place', because: 'parked' });
  });
});
