import { describe, expect, test } from 'vitest';
import { APP, stateId, WEB } from '../../../test/builders/cast.ts';
import { backlog as world, type World } from '../../../test/builders/world.ts';
import { addCriteria } from '../backlog/criteria.ts';
import { DEFAULT_STATES } from '../backlog/default-states.ts';
import { setState } from '../backlog/set-state.ts';
import type { StateGroup } from '../backlog/state-group.ts';
import { updateItems } from '../backlog/update-items.ts';
import { writeDescription } from '../backlog/write-description.ts';
import { drawLine } from '../cutline/draw-line.ts';
import { createLink } from '../dependency/create-link.ts';
import { ask } from '../kernel/ask.ts';
import { model } from '../model.ts';
import { updateProduct } from '../product/update-product.ts';
import { putInRelease } from '../release/put-in-release.ts';
import { createRelease } from '../release/create-release.ts';
import { definitionOf } from './definition.ts';
import { mismatches } from './mismatch.ts';
import { readinessOf } from './readiness.ts';
import { addReadyCheck, adoptReadyChecks, moveReadyCheck, removeReadyCheck, updateReadyCheck } from './ready-checks.ts';
import { tickReadyCheck } from './tick-ready-check.ts';

const stateOf = (group: StateGroup) =>
  stateId(
    APP,
    DEFAULT_STATES.findIndex((state) => state.group === group),
  );
/** `2 of 5: estimate size`, with the kinds of the checks that are met. */
function ready(house: World, title: string): string | null {
  const found = readinessOf(house.workspace, house.item(title));
  return found && `${found.met} of ${found.of}: ${found.checks.flatMap(({ isMet, kind }) => (isMet ? [kind] : [])).join(' ')}`;
}
const definition = (house: World, product = APP) =>
  definitionOf(house.workspace, product)
    .map(({ kind, words }) => (kind === 'own' ? words : kind))
    .join(' ');
const checkId = (house: World, words: string) => [...house.workspace.all('readyCheck')].find((check) => check.words === words || check.kind === words)!.id;
const describeIt = (house: World, title: string) => house.run(writeDescription, { item: house.id(title), base: null, text: 'Why and what' });

describe('readiness', () => {
  test('counts what a story has of the usual checks while the product has none of its own', () => {
    const house = world({ a: null });
    expect(ready(house, 'a')).toBe('1 of 5: no-blocker');
    house.run(updateItems, { items: house.ids('a'), estimate: { kind: 'points', value: 5 } });
    expect(ready(house, 'a')).toBe('3 of 5: estimate size no-blocker');
    house.run(addCriteria, { item: house.id('a'), texts: ['It rains, it warns'] });
    expect(ready(house, 'a')).toBe('4 of 5: estimate size criteria no-blocker');
    describeIt(house, 'a');
    expect(ready(house, 'a')).toBe('5 of 5: estimate size description criteria no-blocker');
  });

  test('asks each type for its own checks', () => {
    const house = world({ a: 5 }).add({ bug: 5 }, { type: 'bug' });
    expect([ready(house, 'a'), ready(house, 'bug')]).toEqual(['3 of 5: estimate size no-blocker', '3 of 4: estimate size no-blocker']);
  });

  test('a blocker and more points than the limit take a check away; an estimate in hours is not held against it', () => {
    const house = world({ a: 20, b: 1 });
    expect(ready(house, 'a')).toBe('2 of 5: estimate no-blocker');
    house.run(createLink, { type: 'blocks', from: house.id('b'), to: house.id('a') });
    expect(ready(house, 'a')).toBe('1 of 5: estimate');
    house.run(setState, { items: house.ids('b'), state: stateOf('done') });
    house.run(updateItems, { items: house.ids('a'), estimate: { kind: 'hours', original: 90, remaining: 90, spent: null } });
    expect(ready(house, 'a')).toBe('3 of 5: estimate size no-blocker');
  });

  test('matters before the state Ready only, and never for tasks', () => {
    const house = world({ a: 1 }).add({ t: null }, { type: 'task' });
    expect(ready(house, 't')).toBeNull();
    house.run(setState, { items: house.ids('a'), state: stateOf('ready') });
    expect(ready(house, 'a')).toBeNull();
  });
});

describe('a definition of ready', () => {
  test('gets a check of the team’s own words, which is ticked by hand for an item', () => {
    const house = world({ a: 5, b: 5 });
    house.run(addReadyCheck, { product: APP, kind: 'own', words: 'Design is agreed' });
    expect(definition(house)).toBe('estimate size description criteria criteria no-blocker Design is agreed');
    const check = checkId(house, 'Design is agreed');
    house.run(tickReadyCheck, { item: house.id('a'), check, done: true }, 'tom');
    expect([ready(house, 'a'), ready(house, 'b')]).toEqual(['4 of 6: estimate size no-blocker own', '3 of 6: estimate size no-blocker']);
    house.run(tickReadyCheck, { item: house.id('a'), check, done: false }, 'tom');
    expect(ready(house, 'a')).toBe('3 of 6: estimate size no-blocker');
  });

  test('becomes the product’s own as it stands, once, and is changed, ordered and cut down then', () => {
    const house = world({ a: 9 });
    house.run(adoptReadyChecks, { product: APP });
    expect(house.refusal(() => house.run(adoptReadyChecks, { product: APP }))).toMatchObject([{ code: 'same-twice' }]);
    house.run(updateReadyCheck, { check: checkId(house, 'size'), most: 8 });
    expect(ready(house, 'a')).toBe('2 of 5: estimate no-blocker');
    house.run(moveReadyCheck, { check: checkId(house, 'no-blocker'), after: null });
    expect(definition(house)).toBe('no-blocker estimate size description criteria criteria');
    house.run(moveReadyCheck, { check: checkId(house, 'no-blocker'), after: checkId(house, 'estimate') });
    expect(definition(house)).toBe('estimate no-blocker size description criteria criteria');
    house.run(removeReadyCheck, { check: checkId(house, 'size') });
    expect(ready(house, 'a')).toBe('2 of 4: estimate no-blocker');
    expect(definition(house, WEB)).toBe('estimate size description criteria criteria no-blocker');
  });

  test('a check that goes takes its ticks along; undone, both are back', () => {
    const house = world({ a: 5 });
    house.run(addReadyCheck, { product: APP, kind: 'own', words: 'Design is agreed' });
    house.run(tickReadyCheck, { item: house.id('a'), check: checkId(house, 'Design is agreed'), done: true });
    house.run(removeReadyCheck, { check: checkId(house, 'Design is agreed') });
    expect([...house.workspace.all('readyTick')]).toEqual([]);
    house.undo();
    expect(ready(house, 'a')).toBe('4 of 6: estimate size no-blocker own');
  });

  test('a check of one’s own needs words and one of size a limit; only one’s own are ticked, in their product', () => {
    const house = world({ a: 5 }).add({ w: 1 }, { product: WEB });
    expect(house.refusal(() => house.run(addReadyCheck, { product: APP, kind: 'own' }))).toEqual([{ code: 'check-incomplete', kind: 'own' }]);
    expect(house.refusal(() => house.run(addReadyCheck, { product: APP, kind: 'size' }))).toEqual([{ code: 'check-incomplete', kind: 'size' }]);
    house.run(addReadyCheck, { product: APP, kind: 'own', words: 'Design is agreed' });
    const tick = (title: string, words: string) =>
      house.refusal(() => house.run(tickReadyCheck, { item: house.id(title), check: checkId(house, words), done: true })).map(({ code }) => code);
    expect([tick('a', 'estimate'), tick('w', 'Design is agreed')]).toEqual([['not-there'], ['not-there']]);
  });
});

describe('mismatch', () => {
  const found = (house: World) => {
    const { notReady, overDetailed } = ask(
      mismatches,
      { product: APP },
      { model, view: house.view('ada'), access: house.access('ada')!, asking: { now: house.now } },
    );
    const titles = (ids: readonly string[]) => ids.map((id) => house.workspace.get('item', id).title).join(' ');
    return { notReady: titles(notReady), overDetailed: titles(overDetailed) };
  };
  const detail = (house: World, ...titles: string[]) => {
    for (const title of titles) house.run(addCriteria, { item: house.id(title), texts: ['It works'] });
  };

  test('at the top are rows that are next up and not ready', () => {
    const house = world({ a: 1, b: 1, c: 1, d: 1 });
    house.run(updateProduct, { product: APP, nextUp: 3 });
    house.run(setState, { items: house.ids('b'), state: stateOf('ready') });
    expect(found(house)).toEqual({ notReady: 'a c', overDetailed: '' });
  });

  test('without a line, far down begins after three times what is next up', () => {
    const house = world({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1 });
    house.run(updateProduct, { product: APP, nextUp: 2 });
    detail(house, 'f', 'h');
    house.run(setState, { items: house.ids('g'), state: stateOf('ready') });
    expect(found(house)).toEqual({ notReady: 'a b', overDetailed: 'g h' });
  });

  test('with lines it begins below them all, but never among what is next up; what is in a release was decided', () => {
    const house = world({ a: 5, b: 5, c: 5, d: 5, e: 5 });
    house.run(updateProduct, { product: APP, nextUp: 1, unit: 'points' });
    house.run(drawLine, { product: APP, pace: 10, on: '2026-03-15', name: 'Spring' });
    detail(house, 'b', 'c', 'd', 'e');
    house.run(createRelease, { product: APP, name: 'Later' });
    const later = [...house.workspace.all('release')].find(({ name }) => name === 'Later')!.id;
    house.run(putInRelease, { items: house.ids('e'), release: later });
    expect(found(house)).toEqual({ notReady: 'a', overDetailed: 'c d' });
    house.run(updateProduct, { product: APP, nextUp: 4 });
    expect(found(house).overDetailed).toBe('');
  });
});
