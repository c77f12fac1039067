import { describe, expect, test } from 'vitest';
import { chartScales } from './chart-scales.ts';
import type { DayChart } from './day-chart.ts';
import { dayPoints } from './day-points.ts';
import { pointAt, stepFrom } from './plot-points.ts';

const PLOT = { left: 0, right: 300, top: 0, bottom: 100 };
const chart: DayChart = {
  title: 'Flow',
  unit: 'items',
  days: ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'],
  isStacked: true,
  lines: [
    { id: 'done', label: 'Done', tone: 'one', shape: 'area', values: [0, 1, 2, 2] },
    { id: 'open', label: 'Open', tone: 'two', shape: 'area', values: [4, 3, 0, 2] },
  ],
  marks: [],
};
const columns = dayPoints(chart, { scales: chartScales(chart, PLOT), plot: PLOT, dayText: (day) => day.slice(8) });
const point = (id: string) => columns.flat().find((one) => one.id === id)!;

describe('the figures of a drawing', () => {
  test('are those that are not nothing, from the top, each where it is drawn', () => {
    expect(columns.map((column) => column.map(({ says }) => says))).toEqual([
      ['02: Open 4'],
      ['03: Open 3', '03: Done 1'],
      ['04: Done 2'],
      ['05: Open 2', '05: Done 2'],
    ]);
    expect(point('2026-03-03.open')).toMatchObject({ x: 100, width: 100, y: 0, height: 75 });
    expect(point('2026-03-03.done')).toMatchObject({ y: 75, height: 25 });
  });

  test('are chosen by the arrow keys, along their part where it goes on', () => {
    const goes = (id: string, key: string) => stepFrom(columns, point(id), key)?.id;
    expect(goes('2026-03-03.open', 'ArrowDown')).toBe('2026-03-03.done');
    expect(goes('2026-03-03.open', 'ArrowUp')).toBe('2026-03-03.open');
    expect(goes('2026-03-03.done', 'ArrowRight')).toBe('2026-03-04.done');
    expect(goes('2026-03-03.open', 'ArrowRight')).toBe('2026-03-04.done');
    expect(goes('2026-03-03.done', 'ArrowLeft')).toBe('2026-03-02.open');
    expect(goes('2026-03-02.open', 'ArrowLeft')).toBe('2026-03-02.open');
    expect(goes('2026-03-03.done', 'End')).toBe('2026-03-05.done');
    expect(goes('2026-03-03.done', 'Home')).toBe('2026-03-02.open');
    expect(goes('2026-03-03.done', 'a')).toBeUndefined();
  });

  test('are meant by who points at them or near them', () => {
    expect(pointAt(columns, 150, 20)?.id).toBe('2026-03-03.open');
    expect(pointAt(columns, 150, 90)?.id).toBe('2026-03-03.done');
    expect(pointAt(columns, 250, 5)?.id).toBe('2026-03-04.done');
    expect(pointAt(columns, -20, 400)?.id).toBe('2026-03-02.open');
    expect(pointAt([], 1, 1)).toBeUndefined();
  });
});
