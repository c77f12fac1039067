import { describe, expect, test } from 'vitest';
import { APP } from '../../../test/builders/cast.ts';
import { planned, type Planned } from '../../../test/builders/planned.ts';
import { drawDateLine, removeDateLine, updateDateLine } from './draw-date-line.ts';
import { quarterEnds, shownDays } from './shown-days.ts';
import type { Day } from '../kernel/day.ts';

const drawn = (world: Planned, on: Day, name = '') => world.run(drawDateLine, { product: APP, on, name }, 'pia').made[0]!;
const shown = (world: Planned, quarters = false) =>
  shownDays(world.workspace, APP, { today: world.lines().today, quarters }).map(({ on, name }) => `${on} ${name}`.trim());

describe('a date line', () => {
  test('is drawn, given another day and name, erased, and each of that is undone', () => {
    const world = planned({ a: 1 });
    const line = drawn(world, '2026-04-17', 'Easter');
    drawn(world, '2026-03-20');
    expect(shown(world)).toEqual(['2026-03-20', '2026-04-17 Easter']);
    const moved = world.run(updateDateLine, { dateLine: line, on: '2026-03-10', name: '' }, 'pia');
    expect(shown(world)).toEqual(['2026-03-10', '2026-03-20']);
    world.undo(moved.entry);
    const erased = world.run(removeDateLine, { dateLine: line }, 'pia');
    expect(shown(world)).toEqual(['2026-03-20']);
    world.undo(erased.entry);
    expect(shown(world)).toEqual(['2026-03-20', '2026-04-17 Easter']);
  });

  test('is for today or later, in the product’s zone, and a day has one', () => {
    const world = planned({ a: 1 });
    const refused = (act: () => unknown) => world.refusal(act);
    expect(refused(() => drawn(world, '2026-03-01'))).toEqual([{ code: 'date-passed', date: '2026-03-01', today: '2026-03-02' }]);
    const line = drawn(world, '2026-03-02');
    drawn(world, '2026-04-17', 'Easter');
    expect(refused(() => drawn(world, '2026-04-17'))).toEqual([{ code: 'date-line-there', date: '2026-04-17', name: 'Easter' }]);
    const moved = (on: Day) => refused(() => world.run(updateDateLine, { dateLine: line, on }));
    expect([moved('2026-02-27'), moved('2026-04-17')]).toMatchObject([[{ code: 'date-passed' }], [{ code: 'date-line-there' }]]);
    world.run(updateDateLine, { dateLine: line, on: '2026-03-02', name: 'Today' }); // its own day is no other line’s
    expect(shown(world)).toEqual(['2026-03-02 Today', '2026-04-17 Easter']);
  });

  test('whose day has passed is drawn no more, keeps its name for whoever erases it, and makes room for another', () => {
    const world = planned({ a: 1 });
    const days = Array.from({ length: 12 }, (_, at): Day => `2026-03-${String(at + 3).padStart(2, '0')}` as Day);
    const lines = days.map((on) => drawn(world, on));
    expect(world.refusal(() => drawn(world, '2026-04-01'))).toMatchObject([{ code: 'too-many', most: 12 }]);
    world.now = '2026-03-04T09:00:00.000Z';
    expect(shown(world)).toEqual(days.slice(1));
    world.run(updateDateLine, { dateLine: lines[0]!, name: 'Gone by' });
    drawn(world, '2026-04-01');
    expect(world.refusal(() => world.run(updateDateLine, { dateLine: lines[0]!, on: '2026-04-02' }))).toMatchObject([{ code: 'too-many' }]);
    world.run(removeDateLine, { dateLine: lines[1]! });
    world.run(updateDateLine, { dateLine: lines[0]!, on: '2026-04-02' });
    expect(shown(world).at(-1)).toBe('2026-04-02 Gone by');
  });

  test('settles what the lines are counted in, as every first line does', () => {
    const world = planned({ a: null, b: null });
    expect(world.workspace.get('product', APP).unit).toBeNull();
    drawn(world, '2026-04-17');
    expect(world.workspace.get('product', APP).unit).toBe('items');
    expect(world.log.at(-1)!.verb).toBe('drawDateLine');
  });
});

describe('quarters', () => {
  test('are those of the calendar: this one and the next three, over the turn of the year', () => {
    expect(quarterEnds('2026-11-21')).toEqual([
      { on: '2026-12-31', name: 'Q4 2026' },
      { on: '2027-03-31', name: 'Q1 2027' },
      { on: '2027-06-30', name: 'Q2 2027' },
      { on: '2027-09-30', name: 'Q3 2027' },
    ]);
    expect([quarterEnds('2026-03-31')[0], quarterEnds('2026-04-01')[0]]).toMatchObject([{ name: 'Q1 2026' }, { name: 'Q2 2026' }]);
  });

  test('are shown where asked for, and one whose end has a line of its own is that line', () => {
    const world = planned({ a: 1 });
    drawn(world, '2026-06-30');
    drawn(world, '2026-09-30', 'Trade fair');
    drawn(world, '2026-04-17');
    expect(shown(world)).toEqual(['2026-04-17', '2026-06-30', '2026-09-30 Trade fair']);
    expect(shown(world, true)).toEqual(['2026-03-31 Q1 2026', '2026-04-17', '2026-06-30 Q2 2026', '2026-09-30 Trade fair', '2026-12-31 Q4 2026']);
  });
});
