import { describe, expect, test } from 'vitest';
import { APP, CAST, WEB } from '../../../test/builders/cast.ts';
import { editAny } from '../../../test/builders/edit.ts';
import { IN_2_WEEKS, IN_4_WEEKS, planned, type Planned } from '../../../test/builders/planned.ts';
import { createRelease } from './create-release.ts';
import { putInRelease } from './put-in-release.ts';
import { updateRelease } from './update-release.ts';

const inRelease = (world: Planned, title: string) => world.item(title).release;

describe('a release', () => {
  test('is planned with what was said of it, and settles the unit when it has a date', () => {
    const world = planned({ a: 1 });
    const id = world.run(createRelease, {
      product: APP,
      name: ' 2.4 ',
      goal: 'Hikers share tours',
      startOn: '2026-02-23',
      dueOn: IN_2_WEEKS,
      lead: CAST.tom.id,
    }).made[0]!;
    expect(world.workspace.get('release', id)).toMatchObject({
      name: '2.4',
      goal: 'Hikers share tours',
      startOn: '2026-02-23',
      dueOn: IN_2_WEEKS,
      state: 'planned',
      lead: CAST.tom.id,
      teams: [],
    });
    expect(world.workspace.get('product', APP).unit).toBe('points');
  });

  test('does not end in the past or before it starts, and is led only by who can lead', () => {
    const world = planned({});
    const refused = (input: object) => world.refusal(() => world.run(createRelease, { product: APP, name: '2.4', ...input })).map(({ code }) => code);
    expect(refused({ dueOn: '2026-03-01' })).toEqual(['date-passed']);
    expect(refused({ startOn: '2026-03-20', dueOn: IN_2_WEEKS })).toEqual(['date-before-start']);
    expect(refused({ lead: CAST.sam.id })).toEqual(['not-a-lead']);
    expect(refused({ startOn: IN_2_WEEKS, dueOn: IN_2_WEEKS })).toEqual([]);
  });

  test('changes what is named and nothing else; a date that has passed may stay but not be given', () => {
    const world = planned({});
    const id = world.release('2.4', IN_2_WEEKS);
    world.later(20);
    world.run(updateRelease, { release: id, goal: 'Ship it', dueOn: IN_2_WEEKS, state: 'active' });
    expect(world.workspace.get('release', id)).toMatchObject({ name: '2.4', goal: 'Ship it', dueOn: IN_2_WEEKS, state: 'active' });
    expect(world.refusal(() => world.run(updateRelease, { release: id, dueOn: '2026-03-12' }))).toMatchObject([{ code: 'date-passed' }]);
    expect(world.refusal(() => world.run(updateRelease, { release: id, startOn: '2026-03-20' }))).toMatchObject([{ code: 'date-before-start' }]);
    world.run(updateRelease, { release: id, dueOn: null });
    expect(world.lines().lines).toEqual([]);
  });

  test('that is shipped is no longer changed', () => {
    const world = planned({ a: 1 });
    const id = world.release('2.4', IN_2_WEEKS);
    world.put(id, 'a').run(editAny, { in: 'release', id, values: { state: 'shipped' } });
    expect(world.refusal(() => world.run(updateRelease, { release: id, name: '2.4.0' }))).toEqual([{ code: 'release-closed', release: id }]);
    expect(world.refusal(() => world.put(id, 'a'))).toEqual([{ code: 'release-closed', release: id }]);
    world.put(null, 'a');
    expect(inRelease(world, 'a')).toBeNull();
  });

  test('is planned by a product manager and its lead; who leads it is for the product manager', () => {
    const world = planned({});
    const id = world.release('2.4', IN_2_WEEKS, { lead: CAST.tom.id });
    const other = world.release('2.5', IN_4_WEEKS);
    const denied = (who: string, input: object) => world.refusal(() => world.run(updateRelease, { release: id, ...input }, who)).length > 0;
    expect(denied('tom', { dueOn: '2026-03-12' })).toBe(false);
    expect(denied('tom', { lead: CAST.pia.id })).toBe(true);
    expect(denied('pia', { lead: CAST.pia.id })).toBe(false);
    expect(denied('tom', { name: 'mine' })).toBe(true);
    expect(world.refusal(() => world.run(updateRelease, { release: other, name: 'x' }, 'tom'))).toEqual([{ code: 'not-allowed', may: 'plan-releases' }]);
    expect(world.refusal(() => world.run(createRelease, { product: APP, name: 'x' }, 'tom'))).toEqual([{ code: 'not-allowed', may: 'plan-releases' }]);
  });
});

describe('putting items in a release', () => {
  test('never changes their rank, and is undone as one', () => {
    const world = planned({ a: 1, b: 1, c: 1 });
    const id = world.release('2.4', IN_2_WEEKS);
    world.put(id, 'c', 'a');
    expect([world.ranked(), inRelease(world, 'a'), inRelease(world, 'b'), inRelease(world, 'c')]).toEqual(['a b c', id, null, id]);
    world.undo();
    expect(inRelease(world, 'c')).toBeNull();
  });

  test("takes a parent's open children along that are where it is, and leaves those planned elsewhere", () => {
    const world = planned({}).add({ epic: null }, { type: 'epic' });
    world.add({ a: 1, b: 1, done: 1 }, { parent: world.id('epic') });
    const [id, other] = [world.release('2.4', IN_2_WEEKS), world.release('2.5', IN_4_WEEKS)];
    world.put(other, 'b').run(editAny, { in: 'item', id: world.id('done'), values: { trashedAt: world.now } });
    world.put(id, 'epic');
    expect(['epic', 'a', 'b', 'done'].map((title) => inRelease(world, title))).toEqual([id, id, other, null]);
    world.put(null, 'epic');
    expect(['epic', 'a', 'b'].map((title) => inRelease(world, title))).toEqual([null, null, other]);
  });

  test('keeps products apart, and what is parked or in the trash out', () => {
    const world = planned({ a: 1, parked: 1 }).add({ theirs: 1 }, { product: WEB }) as Planned;
    const id = world.release('2.4', IN_2_WEEKS);
    expect(world.refusal(() => world.put(id, 'theirs'))).toEqual([{ code: 'other-product', item: world.id('theirs') }]);
    world.run(editAny, { in: 'item', id: world.id('parked'), values: { parkedAt: world.now } });
    expect(world.refusal(() => world.put(id, 'a', 'parked'))).toEqual([{ code: 'not-open', item: world.id('parked') }]);
    expect(inRelease(world, 'a')).toBeNull();
  });

  test('is for who plans both the release they leave and the one they join', () => {
    const world = planned({ free: 1, planned: 1 });
    const mine = world.release('2.4', IN_2_WEEKS, { lead: CAST.tom.id });
    const theirs = world.release('2.5', IN_4_WEEKS);
    world.put(theirs, 'planned');
    const denied = (title: string, release: string | null) =>
      world.refusal(() => world.run(putInRelease, { items: world.ids(title), release }, 'tom')).length > 0;
    expect([denied('free', mine), denied('free', null), denied('free', theirs), denied('planned', mine), denied('planned', null)]).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
    expect(world.refusal(() => world.run(putInRelease, { items: world.ids('free'), release: null }, 'sam'))).toEqual([
      { code: 'not-allowed', may: 'edit-items' },
    ]);
  });
});
