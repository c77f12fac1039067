import { describe, expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { editAny, makeAny } from '../../../test/builders/edit.ts';
import { IN_2_WEEKS, IN_4_WEEKS, planned, type Planned } from '../../../test/builders/planned.ts';
import { moveItems } from '../backlog/move-items.ts';
import { setTeamEstimate } from '../backlog/set-team-estimate.ts';
import { toEnd } from '../kernel/pausing.ts';
import { verbs } from '../verbs.ts';
import type { DeedCode, Way } from './way.ts';
import { waysOut } from './what-pushes-out.ts';
import { waysIn } from './what-it-takes.ts';

const ways = (world: Planned, title: string, of = waysIn): readonly Way[] =>
  toEnd(of({ view: world.workspace, lines: world.lines() }, world.item(title), { now: world.now }));
const codes = (found: readonly Way[]) => found.map(({ deed }) => deed.code);
const wayOf = (found: readonly Way[], code: DeedCode): Way => found.find(({ deed }) => deed.code === code)!;
/** Who falls below any line. */
const falls = (world: Planned, { sides }: Way) => world.titles(sides.flatMap(({ below }) => below));

/** Does a way as one change. */
function keep(world: Planned, way: Way): void {
  world.batch(way.calls.map(({ verb, input }) => ({ verb: verbs.find(({ name }) => name === verb)!, input })));
}

/** Ten points until 13 March: a, b and c take nine, and big does not fit. */
function full(): { world: Planned; release: string } {
  const world = planned({ a: 3, b: 4, c: 2, big: 5, d: 1 });
  return { world, release: world.release('2.4', IN_2_WEEKS) };
}

describe('what would it take', () => {
  test('the cheapest first: what pushes nobody out, then what pushes out few, then what people give, then another date', () => {
    expect(codes(ways(full().world, 'big'))).toEqual(['split', 'shrink', 'swap', 'move-up', 'more-pace', 'later-date']);
  });

  test('swap: of the rows that leave the four points that it lacks the smallest; it stands there then, and the other where it stood', () => {
    const { world } = full();
    const way = wayOf(ways(world, 'big'), 'swap');
    expect(way.deed).toEqual({ code: 'swap', with: [world.id('b')] });
    expect(falls(world, way)).toBe('b');
    keep(world, way);
    expect([world.ranked(), world.taken('2.4')]).toEqual(['a big c b d', 'a big c']);
    world.undo();
    expect(world.ranked()).toBe('a b c big d');
  });

  test('swap: with as few as there are where one does not do, and rather with what nobody has promised', () => {
    const world = planned({ a: 3, b: 4, c: 3, huge: 7 });
    world.release('2.4', IN_2_WEEKS);
    // Seven are lacking: b and one of three, a ranks above c.
    expect(wayOf(ways(world, 'huge'), 'swap').deed).toEqual({ code: 'swap', with: world.ids('b', 'c') });
    const other = planned({ a: 5, b: 5, big: 5 });
    other.put(other.release('2.4', IN_2_WEEKS), 'b');
    expect(wayOf(ways(other, 'big'), 'swap').deed).toEqual({ code: 'swap', with: [other.id('a')] });
  });

  test('move up: to the lowest place from which it is taken', () => {
    const { world } = full();
    const way = wayOf(ways(world, 'big'), 'move-up');
    // Above a and b together there would be seven: too many for five more. Above b there are three.
    expect(way.deed).toEqual({ code: 'move-up', position: 2, above: world.id('b'), blockers: [] });
    expect(falls(world, way)).toBe('b c');
    keep(world, way);
    expect(world.taken('2.4')).toBe('a big');
    expect(wayOf(ways(full().world, 'd'), 'move-up').deed).toMatchObject({ position: 4 });
  });

  test('move up with what blocks it, the first of a chain first', () => {
    const world = planned({ a: 5, b: 5, held: 2, second: 1, first: 1 }).blocks('second', 'held').blocks('first', 'second');
    world.release('2.4', IN_2_WEEKS);
    const way = wayOf(ways(world, 'held'), 'move-up');
    expect(way.deed).toEqual({ code: 'move-up', position: 4, above: world.id('b'), blockers: world.ids('first', 'second') });
    keep(world, way);
    expect([world.ranked(), world.taken('2.4')]).toEqual(['a first second held b', 'a first second held']);
  });

  test('held: one step after another until nothing holds it', () => {
    const world = planned({ held: 3, one: 2, two: 2 }).blocks('one', 'held').blocks('two', 'held');
    world.release('2.4', IN_2_WEEKS);
    const way = wayOf(ways(world, 'held'), 'unblock');
    expect(way.calls).toHaveLength(2);
    keep(world, way);
    expect(world.taken('2.4')).toBe('one two held');
  });

  test('split: the part that fits is done, the rest is a new item below it', () => {
    const { world } = full();
    const way = wayOf(ways(world, 'big'), 'split');
    expect(way.deed).toEqual({ code: 'split', part: 1, rest: 4, team: null });
    keep(world, way);
    expect([world.ranked(), world.taken('2.4')]).toEqual(['a b c big big: the rest d', 'a b c big']);
    expect(world.item('big: the rest').estimate).toEqual({ kind: 'points', value: 4 });
  });

  test('split and re-estimate what a row takes of another team, where that is the one that has no room', () => {
    // Five points of Yonder until 13 March: m takes two of them, both would take eight more of it and two of its own team.
    const world = planned({ both: 2 });
    const yonder = world.team('Yonder', 5);
    world.add({ m: 2 }, { team: yonder });
    world.run(moveItems, { product: APP, items: [world.id('m')], place: { to: 'top' } });
    world.run(setTeamEstimate, { item: world.id('both'), team: yonder, points: 8 });
    world.release('2.4', IN_2_WEEKS);
    expect(world.taken('2.4')).toBe('m');
    const [split, shrink] = [wayOf(ways(world, 'both'), 'split'), wayOf(ways(world, 'both'), 'shrink')];
    expect(split.deed).toEqual({ code: 'split', part: 3, rest: 5, team: yonder });
    expect(shrink.deed).toEqual({ code: 'shrink', from: 8, to: 3, team: yonder });
    keep(world, split);
    expect([world.ranked(), world.taken('2.4')]).toEqual(['m both both: the rest', 'm both']);
    expect(world.item('both: the rest')).toMatchObject({ team: yonder, estimate: { kind: 'points', value: 5 } });
    expect(world.item('both').estimate).toEqual({ kind: 'points', value: 2 });
  });

  test('re-estimate: the largest usual size that fits, for the row at which its team stops', () => {
    const world = planned({ a: 3, big: 13, later: 13 });
    world.release('2.4', IN_2_WEEKS);
    const way = wayOf(ways(world, 'big'), 'shrink');
    expect(way.deed).toEqual({ code: 'shrink', from: 13, to: 5, team: null }); // seven are left, eight would not fit
    expect(codes(ways(world, 'later'))).not.toContain('shrink');
    keep(world, way);
    expect(world.taken('2.4')).toBe('a big');
    expect(codes(ways(planned({ a: 20, b: 3 }), 'b'))).toEqual([]);
  });

  test('another date: the first day on which it is taken, and not from the next line on', () => {
    const { world, release } = full();
    const way = wayOf(ways(world, 'big'), 'later-date');
    // Fourteen points at ten in ten working days need fourteen of them: 2 to 19 March.
    expect(way.deed).toEqual({ code: 'later-date', release, from: IN_2_WEEKS, to: '2026-03-19' });
    keep(world, way);
    expect(world.taken('2.4')).toBe('a b c big');
    world.undo();
    world.release('2.5', '2026-03-20');
    expect(codes(ways(world, 'big'))).toEqual([]); // 2.5 takes it now
    const other = planned({ a: 8, b: 8, c: 8 });
    other.release('2.4', IN_2_WEEKS);
    other.put(other.release('2.5', '2026-03-16'), 'c');
    expect(codes(ways(other, 'b'))).not.toContain('later-date');
  });

  test('a release without a date: the first on which it takes the row', () => {
    const world = planned({ a: 8, b: 3 });
    const release = world.release('2.6', null);
    world.put(release, 'b');
    const [way, ...others] = ways(world, 'b');
    // Eleven points need eleven working days.
    expect([way!.deed, others]).toEqual([{ code: 'later-date', release, from: null, to: '2026-03-16' }, []]);
  });

  test('more pace: the least whole one, where nobody knows what the team delivers', () => {
    const { world } = full();
    expect(wayOf(ways(world, 'big'), 'more-pace').deed).toMatchObject({ from: 10, to: 14 });
    expect(codes(ways(planned({ a: 3 }, null), 'a'))).toEqual([]);
    const unknown = planned({ a: 3 }, null);
    unknown.release('2.4', IN_2_WEEKS);
    expect(wayOf(ways(unknown, 'a'), 'more-pace').deed).toMatchObject({ from: null, to: 3 });
  });

  test('a person who would be away works: the shortest absence that does it', () => {
    const world = planned(Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`r${at}`, 2]))).delivered(null, [10, 12, 11, 13, 10, 12]);
    world.release('2.4', IN_2_WEEKS);
    const team = world.lines().firstTeam!;
    const member = [...world.workspace.all('member')].find(({ name }) => name !== '')!.id;
    const id = (n: number) => `00000000-0000-7000-9200-00000000000${n}`;
    world.run(makeAny, { in: 'membership', record: { id: id(1), team, member, share: 100, hoursPerDay: 6 } });
    const there = world.line('2.4').taken.length;
    world.run(makeAny, { in: 'timeOff', record: { id: id(2), member, from: '2026-03-09', to: '2026-03-13' } });
    expect(world.line('2.4').taken.length).toBeLessThan(there);
    const way = wayOf(ways(world, `r${there - 1}`), 'free-person');
    expect(way.deed).toEqual({ code: 'free-person', member, from: '2026-03-09', to: '2026-03-13' });
    keep(world, way);
    expect(world.line('2.4').taken).toHaveLength(there);
  });

  test('nothing for what is above a line, has no place, or is held by what nobody here may move', () => {
    const world = planned({ a: 3, held: 2 }).add({ theirs: 2 }, { product: [...planned({}).workspace.all('product')].find(({ id }) => id !== APP)!.id });
    world.blocks('theirs', 'held');
    world.release('2.4', IN_2_WEEKS);
    world.add({ task: null }, { type: 'task', parent: world.id('a') });
    for (const title of ['a', 'task', 'held']) expect(ways(world, title), title).toEqual([]);
  });
});

describe('what would push it out', () => {
  const out = (world: Planned, title: string) => ways(world, title, waysOut);

  test('the first row below the line that takes its room, the first place too low, growth, less pace and an earlier date', () => {
    const { world, release } = full();
    const found = out(world, 'c');
    expect(found.map(({ deed }) => deed)).toEqual([
      { code: 'overtaken', by: world.id('big') },
      { code: 'move-down', position: 4, below: world.id('big') },
      { code: 'grow', item: world.id('c'), from: 2, to: 4 }, // three would still fit
      { code: 'grow', item: world.id('b'), from: 4, to: 6 },
      { code: 'less-pace', team: world.lines().firstTeam, from: 10, to: 8 }, // nine points at nine in ten days just fit
      { code: 'earlier-date', release, from: IN_2_WEEKS, to: '2026-03-11' }, // eight working days
    ]);
  });

  test('a blocker that comes after it', () => {
    const world = planned({ blocker: 2, held: 3 }).blocks('blocker', 'held');
    world.release('2.4', IN_2_WEEKS);
    const way = wayOf(out(world, 'held'), 'block-later');
    expect(way.deed).toEqual({ code: 'block-later', blocker: world.id('blocker') });
    keep(world, way);
    expect(world.taken('2.4')).toBe('blocker');
  });

  test('from one line to the next is out of the first', () => {
    const world = planned({ a: 5, b: 5, c: 5 });
    world.release('2.4', IN_2_WEEKS);
    world.release('2.5', IN_4_WEEKS);
    const way = wayOf(out(world, 'b'), 'overtaken');
    expect(falls(world, way)).toBe('');
    keep(world, way);
    expect([world.taken('2.4'), world.taken('2.5')]).toEqual(['a c', 'b']);
  });

  test('lost days and a person away, where it is known what the team delivers', () => {
    const world = planned(Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`r${at}`, 2]))).delivered(null, [10, 12, 11, 13, 10, 12]);
    world.release('2.4', IN_2_WEEKS);
    const team = world.lines().firstTeam!;
    const member = [...world.workspace.all('member')].find(({ name }) => name !== '')!.id;
    const record = { id: '00000000-0000-7000-9200-000000000001', team, member, share: 100, hoursPerDay: 6 };
    world.run(makeAny, { in: 'membership', record });
    const last = world.workspace.get('item', world.line('2.4').taken.at(-1)!).title;
    const found = out(world, last);
    expect(wayOf(found, 'person-away').deed).toEqual({ code: 'person-away', member, from: '2026-03-02', to: IN_2_WEEKS });
    const lost = wayOf(found, 'lost-days').deed;
    if (lost.code !== 'lost-days') throw new Error('none');
    keep(world, wayOf(found, 'lost-days'));
    expect(world.taken('2.4').split(' ')).not.toContain(last);
    if (lost.days > 1) {
      const [holiday] = [...world.workspace.all('holiday')];
      world.run(editAny, { in: 'holiday', id: holiday!.id, values: { to: '2026-03-02' } });
      expect(world.taken('2.4').split(' ')).toContain(last);
    }
  });
});
