import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { APP, CAST } from '../../../test/builders/cast.ts';
import { editAny, makeAny } from '../../../test/builders/edit.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { createItems } from '../backlog/create-items.ts';
import { moveItems } from '../backlog/move-items.ts';
import { setState } from '../backlog/set-state.ts';
import { stateIn } from '../backlog/state.ts';
import { closeSprint } from './close-sprint.ts';
import { moveInSprint } from './move-in-sprint.ts';
import { planInSprint } from './plan-in-sprint.ts';

const finish = (world: Sprinting, ...titles: string[]) =>
  world.run(setState, { items: world.ids(...titles), state: stateIn(world.workspace, APP, 'done')!.id });

describe('planning items in a sprint', () => {
  test('puts each at its rank’s place, leaves their rank, and takes them out to where they stood', () => {
    const world = new Sprinting({ a: 1, b: 1, c: 1, d: 1 });
    const sprint = world.sprint();
    world.plan(sprint, 'd', 'b').plan(sprint, 'c', 'a');
    expect([world.cards(sprint), world.ranked()]).toEqual(['a b c d', 'a b c d']);
    world.run(moveInSprint, { sprint, items: world.ids('d'), place: { to: 'top' } });
    world.plan(null, 'c').plan(sprint, 'c');
    expect([world.cards(sprint), world.ranked()]).toEqual(['c d a b', 'a b c d']); // above the first that ranks below it
    world.plan(null, 'a', 'b', 'c', 'd');
    expect([world.cards(sprint), world.ranked(), world.item('a').sprintRank]).toEqual(['', 'a b c d', null]);
  });
  test('is undone as one, and asking for what is so already does nothing', () => {
    const world = new Sprinting({ a: 1, b: 1 });
    const sprint = world.sprint();
    world.plan(sprint, 'a', 'b');
    expect(world.run(planInSprint, { items: world.ids('a'), sprint }).entry).toBeNull();
    world.undo();
    expect(world.cards(sprint)).toBe('');
  });
  test('takes tasks along with their story, and a parent stands for its open items', () => {
    const world = new Sprinting({ story: 3 });
    world.add({ one: null, two: null }, { type: 'task', parent: world.id('story') });
    world.add({ epic: null }, { type: 'epic' }).add({ x: 1, y: 1, elsewhere: 1 }, { parent: world.id('epic') });
    const [sprint, next] = [world.sprint(), world.sprint()];
    world.plan(next, 'elsewhere').plan(sprint, 'story', 'epic');
    expect([world.cards(sprint), world.cards(next), world.item('epic').sprint]).toEqual(['story x y', 'elsewhere', null]);
    expect(['one', 'two'].map((title) => [world.item(title).sprint, world.item(title).sprintRank])).toEqual([
      [sprint, null],
      [sprint, null],
    ]);
    world.run(createItems, { product: APP, items: [{ title: 'three', type: 'task', parent: world.id('story') }] });
    expect(world.item('three').sprint).toBe(sprint);
    expect(world.refusal(() => world.plan(null, 'one'))).toEqual([{ code: 'not-ranked', item: world.id('one') }]);
    world.plan(null, 'story');
    expect(['one', 'two', 'three'].map((title) => world.item(title).sprint)).toEqual([null, null, null]);
  });
  test('refuses what is not open, what is another team’s, and what was done in a closed sprint', () => {
    const world = new Sprinting({ a: 1, parked: 1, theirs: 1, done: 1 });
    const [sprint, mobile] = [world.sprint(), world.team('Mobile', 5)];
    world.run(editAny, { in: 'item', id: world.id('parked'), values: { parkedAt: world.now } });
    world.run(editAny, { in: 'item', id: world.id('theirs'), values: { team: mobile } });
    const refused = (title: string, into: string | null = sprint) => world.refusal(() => world.plan(into, title));
    expect(refused('parked')).toEqual([{ code: 'not-open', item: world.id('parked') }]);
    expect(refused('theirs')).toEqual([{ code: 'other-team', item: world.id('theirs'), team: mobile }]);
    world.plan(sprint, 'a', 'done').start(sprint);
    finish(world, 'done');
    world.run(closeSprint, { sprint });
    expect(refused('done', null)).toEqual([{ code: 'sprint-closed', sprint }]);
    expect(refused('a', sprint)).toEqual([{ code: 'sprint-closed', sprint }]);
  });
  test('asks who plans the sprint that items leave, too', () => {
    const world = new Sprinting({ a: 1 });
    const [ours, theirs] = [world.sprint(), world.sprint({}, world.team('Mobile', 5))];
    world.run(makeAny, { in: 'membership', record: { id: world.nextId(1), team: world.web, member: CAST.tom.id, share: 100, hoursPerDay: 6 } });
    world.plan(theirs, 'a');
    expect(world.refusal(() => world.run(planInSprint, { items: world.ids('a'), sprint: ours }, 'tom'))).toEqual([
      { code: 'not-allowed', may: 'plan-sprints' },
    ]);
    world.plan(null, 'a');
    expect(world.refusal(() => world.run(planInSprint, { items: world.ids('a'), sprint: ours }, 'tom'))).toEqual([]);
  });
  test('moved on two sides at once: the later one counts, and a move inside the sprint that it left is refused', () => {
    const world = new Sprinting({ a: 1, b: 1 });
    const [one, two] = [world.sprint(), world.sprint()];
    world.plan(one, 'a', 'b').plan(two, 'a');
    const late = world.refusal(() => world.run(moveInSprint, { sprint: one, items: world.ids('a'), place: { to: 'bottom' } }));
    expect(late).toEqual([{ code: 'not-in-sprint', item: world.id('a'), sprint: one }]);
    expect([world.cards(one), world.cards(two)]).toEqual(['b', 'a']);
  });
});

describe('closing a sprint', () => {
  const closing = () => {
    const world = new Sprinting({ a: 1, b: 1, c: 1, d: 1 });
    const sprint = world.sprint();
    world.add({ t1: null, t2: null }, { type: 'task', parent: world.id('b') });
    world.plan(sprint, 'a', 'b', 'c', 'd').start(sprint);
    finish(world, 'a', 't1');
    return { world, sprint };
  };
  test('sends what is unfinished to the next sprint, which is made where there is none, and is undone as one', () => {
    const { world, sprint } = closing();
    const next = world.run(closeSprint, { sprint, except: world.ids('c') }).made[0]!;
    expect(world.get(sprint)).toMatchObject({ state: 'closed', closedAt: world.now });
    expect([world.cards(sprint), world.cards(next), world.item('c').sprint]).toEqual(['a', 'b d', null]);
    expect([world.item('t1').sprint, world.item('t2').sprint, world.get(next).name]).toEqual([sprint, next, 'Sprint 2']);
    world.undo();
    expect([world.get(sprint).state, world.cards(sprint), world.workspace.find('sprint', next)]).toEqual(['active', 'a b c d', undefined]);
  });
  test('sends it back to release and backlog where told so, and into the sprint that is planned next', () => {
    const { world, sprint } = closing();
    const next = world.sprint();
    world.run(closeSprint, { sprint, unfinished: 'backlog', except: world.ids('d') });
    expect([world.cards(next), world.item('b').sprint, world.item('t2').sprint, world.ranked()]).toEqual(['d', null, null, 'b c d']);
  });
  test('is for a sprint that was started, and names only what is unfinished in it', () => {
    const { world, sprint } = closing();
    const planned = world.sprint();
    expect(world.refusal(() => world.run(closeSprint, { sprint: planned }))).toEqual([{ code: 'sprint-not-started', sprint: planned }]);
    expect(world.refusal(() => world.run(closeSprint, { sprint, except: world.ids('a') }))).toEqual([{ code: 'not-in-sprint', item: world.id('a'), sprint }]);
    world.run(closeSprint, { sprint });
    expect(world.refusal(() => world.run(closeSprint, { sprint }))).toEqual([{ code: 'sprint-closed', sprint }]);
  });
  test('cannot be taken back once the next one is under way: what went there stays there', () => {
    const { world, sprint } = closing();
    const { entry, made } = world.run(closeSprint, { sprint });
    world.start(made[0]!);
    expect(world.refusal(() => world.undo(entry))).toMatchObject([{ code: 'built-on', in: 'sprint', id: made[0] }]);
    expect([world.get(sprint).state, world.cards(sprint), world.cards(made[0]!)]).toEqual(['closed', 'a', 'b c d']);
  });
  test('nor once another one has its days: what went back to the backlog stays there', () => {
    const { world, sprint } = closing();
    const { entry } = world.run(closeSprint, { sprint, unfinished: 'backlog' });
    const next = world.later(1).sprint();
    expect(world.get(next).startOn! < world.get(sprint).endOn!).toBe(true);
    expect(world.refusal(() => world.undo(entry))).toMatchObject([{ code: 'nothing-to-undo' }]);
    expect([world.get(sprint).state, world.cards(sprint)]).toEqual(['closed', 'a']);
  });
  test('is taken back but for what somebody has planned elsewhere since', () => {
    const { world, sprint } = closing();
    const { entry } = world.run(closeSprint, { sprint, unfinished: 'backlog' });
    const far = world.sprint({ startOn: '2026-06-01', endOn: '2026-06-12' });
    world.plan(far, 'b');
    const { kept } = world.undo(entry);
    expect([world.get(sprint).state, world.cards(sprint), world.cards(far)]).toEqual(['active', 'a c d', 'b']);
    expect(new Set(kept.map(({ id, field }) => `${world.workspace.get('item', id).title} ${field}`))).toEqual(new Set(['b sprint', 't2 sprint']));
  });
  test('is not done again over work that has come into it since', () => {
    const { world, sprint } = closing();
    const opened = world.undo(world.run(closeSprint, { sprint, unfinished: 'backlog' }).entry).entry;
    world.add({ e: 1 }).plan(sprint, 'e');
    world.undo(opened);
    expect([world.get(sprint).state, world.item('e').sprint]).toEqual(['active', sprint]);
  });
  test('what was planned elsewhere before it closed does not come back into it by an undo', () => {
    const { world, sprint } = closing();
    const { entry } = world.run(planInSprint, { items: world.ids('c'), sprint: null });
    world.run(closeSprint, { sprint, unfinished: 'backlog' });
    expect(world.refusal(() => world.undo(entry))).toMatchObject([{ code: 'nothing-to-undo' }]);
    expect([world.item('c').sprint, world.cards(sprint)]).toEqual([null, 'a']);
  });
});

test('what goes into a sprint stands where it is put, if that is said, in its order among itself, undone as one', () => {
  const world = new Sprinting({ a: 1, b: 1, c: 1, d: 1, e: 1 });
  const sprint = world.sprint();
  world.plan(sprint, 'a', 'b', 'c');
  const { entry } = world.run(planInSprint, { items: world.ids('e', 'd'), sprint, place: { before: world.id('b') } });
  expect([world.cards(sprint), world.ranked()]).toEqual(['a d e b c', 'a b c d e']);
  world.undo(entry);
  expect(world.cards(sprint)).toBe('a b c');
  world.run(planInSprint, { items: world.ids('e'), sprint, place: { to: 'top' } });
  expect(world.cards(sprint)).toBe('e a b c');
  expect(world.refusal(() => world.run(planInSprint, { items: world.ids('d'), sprint, place: { after: world.id('d') } }))).toEqual([
    { code: 'not-in-sprint', item: world.id('d'), sprint },
  ]);
  expect(() => world.run(planInSprint, { items: world.ids('a'), sprint: null, place: { to: 'top' } })).toThrow('only in a sprint is there a place');
});

test('whatever is planned and moved, ranks stay, a sprint in rank order stays in it, and keys stay short', () => {
  const titles = Array.from({ length: 12 }, (_, n) => `i${n}`);
  const some = fc.uniqueArray(fc.constantFrom(...titles), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(0, 1, null), some), { maxLength: 30 }), some, (steps, moved) => {
      const world = new Sprinting(Object.fromEntries(titles.map((title) => [title, 1])));
      const sprints = [world.sprint(), world.sprint()];
      const [first, ...others] = moved;
      if (others.length > 0) world.run(moveItems, { product: APP, items: world.ids(...others), place: { after: world.id(first!) } });
      const ranked = world.ranked().split(' ');
      const inRankOrder = (sprint: string) => ranked.filter((title) => world.item(title).sprint === sprint).join(' ');
      for (const [to, items] of steps) {
        world.plan(to === null ? null : sprints[to]!, ...items);
        for (const sprint of sprints) expect(world.cards(sprint)).toBe(inRankOrder(sprint));
      }
      expect(world.ranked().split(' ')).toEqual(ranked);
    }),
    { numRuns: 40 },
  );
});

test('in a sprint’s own order every card goes exactly where it is put', () => {
  const world = new Sprinting({ a: 1, b: 1, c: 1 });
  const sprint = world.sprint();
  world.plan(sprint, 'a', 'b', 'c');
  for (let n = 0; n < 300; n++) {
    const [first, second] = world.cards(sprint).split(' ') as [string, string];
    world.run(moveInSprint, { sprint, items: world.ids(first), place: { after: world.id(second) } });
    expect(world.cards(sprint).startsWith(`${second} ${first}`)).toBe(true);
    for (const title of ['a', 'b', 'c']) expect(world.item(title).sprintRank!.length).toBeLessThanOrEqual(24);
  }
  world.run(moveInSprint, { sprint, items: world.ids('a', 'b'), place: { before: world.id('c') } });
  expect(world.ranked()).toBe('a b c');
});
