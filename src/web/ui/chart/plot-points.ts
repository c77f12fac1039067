/** One figure of a drawing: what it says, and the place that belongs to it, in px. */
export interface PlotPoint {
  readonly id: string;
  /** The same part of another column: the arrow keys go along it. */
  readonly band: string;
  readonly says: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The figures of a drawing from left to right, in each column from the top. */
export type PlotColumns = readonly (readonly PlotPoint[])[];

const STEPS: Readonly<Record<string, readonly [columns: number, places: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  PageDown: [-7, 0],
  PageUp: [7, 0],
  Home: [-Infinity, 0],
  End: [Infinity, 0],
};

/** Where a key leads from a point; undefined: it is no such key. */
export function stepFrom(columns: PlotColumns, point: PlotPoint, key: string): PlotPoint | undefined {
  const step = STEPS[key];
  if (!step) return undefined;
  const from = columns.findIndex((column) => column.includes(point));
  const column = columns[Math.min(columns.length - 1, Math.max(0, from + step[0]))] ?? [];
  if (step[0] !== 0) return column.find(({ band }) => band === point.band) ?? nearestIn(column, middleOf(point));
  return column[Math.min(column.length - 1, Math.max(0, column.indexOf(point) + step[1]))];
}

/** The point that somebody means who points there: that of the column there, nearest in height. */
export function pointAt(columns: PlotColumns, x: number, y: number): PlotPoint | undefined {
  const away = (at: PlotPoint) => Math.max(at.x - x, x - at.x - at.width, 0);
  const column = columns.reduce<PlotColumns[number] | undefined>((best, one) => (!best || away(one[0]!) < away(best[0]!) ? one : best), undefined);
  return column && nearestIn(column, y);
}

const middleOf = ({ y, height }: PlotPoint): number => y + height / 2;

function nearestIn(column: readonly PlotPoint[], y: number): PlotPoint | undefined {
  const away = (at: PlotPoint) => Math.max(at.y - y, y - at.y - at.height, 0);
  return column.reduce<PlotPoint | undefined>((best, one) => (!best || away(one) < away(best) ? one : best), undefined);
}
