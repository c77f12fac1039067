import { describe, expect, test } from 'vitest';
import { apart, axisPx, chartScales, pathOf } from './chart-scales.ts';
import { summaryOf, tableOf, type DayChart } from './day-chart.ts';

const PLOT = { left: 0, right: 300, top: 0, bottom: 100 };
const chart = (days: string[], values: number[], marks: DayChart['marks'] = []): DayChart => ({
  title: 'Burnup',
  unit: 'points',
  days,
  lines: [{ id: 'done', label: 'Done', tone: 'one', shape: 'area', values }],
  marks,
});

describe('the scales of a chart', () => {
  test('run from the first day to the last or to the last mark, and from 0 to a round value', () => {
    const days = ['2026-03-02', '2026-03-03', '2026-03-04'];
    const { x, y, valueTicks } = chartScales(chart(days, [0, 3, 8]), PLOT);
    expect(days.map(x)).toEqual([0, 150, 300]);
    expect([y(0), y(8), ...valueTicks.map(({ value }) => value)]).toEqual([100, 0, 0, 5]);
    expect(chartScales(chart(days, [0, 3, 8], [{ day: '2026-03-08', label: 'due' }]), PLOT).x('2026-03-05')).toBe(150);
  });

  test('have whole days and whole values as ticks, also for one day with nothing', () => {
    const { dayTicks, valueTicks } = chartScales(chart(['2026-03-02'], [0]), PLOT);
    expect(dayTicks.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-03']);
    expect(valueTicks.map(({ value }) => value)).toEqual([0, 1]);
  });
});

describe('labels', () => {
  test('stand where they belong, and apart where they would cover each other', () => {
    const space = { least: 14, top: 0, bottom: 100 };
    expect(apart([50, 10], space)).toEqual([50, 10]);
    expect(apart([50, 45], space)).toEqual([59, 45]);
    expect(apart([100, 99, 98], space)).toEqual([100, 86, 72]);
  });
});

test('there is room before the axis for its longest value', () => {
  expect([axisPx(12), axisPx(9_000), axisPx(120_000)]).toEqual([36, 54, 61]);
});

test('a step holds its value until the next day', () => {
  const points = [
    [0, 10],
    [5, 20],
  ] as const;
  expect([pathOf(points, true), pathOf(points, false)]).toEqual(['M0,10H5V20', 'M0,10L5,20']);
});

test('a chart is told as a table and in a sentence', () => {
  const told = chart(['2026-03-02', '2026-03-03'], [1, 2]);
  expect(tableOf(told)).toEqual([
    ['Day', 'Done'],
    ['2026-03-02', '1'],
    ['2026-03-03', '2'],
  ]);
  expect(summaryOf(told, (day) => day)).toBe('Burnup. On 2026-03-03: Done 2 points.');
  expect(summaryOf(chart([], []), (day) => day)).toBe('Burnup: nothing yet');
});

test('a cone is part of the scales, of the table and of the sentence', () => {
  const ends = [
    { day: '2026-03-06', label: '50 %' },
    { day: '2026-03-09', label: '85 %' },
  ];
  const coned: DayChart = { ...chart(['2026-03-02', '2026-03-03'], [0, 3]), cone: { line: 'done', to: 20, ends } };
  const { x, y } = chartScales(coned, PLOT);
  expect([x('2026-03-09'), y(20)]).toEqual([300, 0]);
  expect(tableOf(coned).slice(-2)).toEqual([
    ['2026-03-06, 50 %', '20'],
    ['2026-03-09, 85 %', '20'],
  ]);
  expect(summaryOf(coned, (day) => day)).toBe('Burnup. On 2026-03-03: Done 3 points. Done 20 by 2026-03-06 with 50 %, 2026-03-09 with 85 %.');
});
