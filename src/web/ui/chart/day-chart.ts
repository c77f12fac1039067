/** The colours of a chart, safe for colour blindness; `ink` is the frame that others are measured against. */
export type Tone = 'ink' | 'one' | 'two' | 'three' | 'four' | 'soft';

/** One figure over days. */
export interface DayLine {
  readonly id: string;
  readonly label: string;
  readonly tone: Tone;
  /** A step holds its value until the next day; an area is filled down to 0; a bar stands for the week from its day on. */
  readonly shape: 'line' | 'step' | 'area' | 'bar';
  /** One for each day of the chart, or for its first days, as far as it goes. */
  readonly values: readonly number[];
}

/** Where a line may go on from its last day. */
export interface DayCone {
  /** The line that it goes on from. */
  readonly line: string;
  /** The value that it is to reach. */
  readonly to: number;
  /** On which days it reaches it, the first first: at least one. */
  readonly ends: readonly { readonly day: string; readonly label: string }[];
}

/** Figures over days, one value a day. */
export interface DayChart {
  readonly title: string;
  /** What the values count: `points`. */
  readonly unit: string;
  /** Oldest first, evenly apart. */
  readonly days: readonly string[];
  /** What the first day is called where it stands for a moment: `Start`. */
  readonly firstName?: string;
  readonly lines: readonly DayLine[];
  /** The lines stand on each other, the first at the bottom. */
  readonly isStacked?: boolean;
  /** Days that stand fast, drawn across; the axis reaches to them. */
  readonly marks: readonly { readonly day: string; readonly label: string }[];
  readonly cone?: DayCone | undefined;
  /** What one must know to read it. */
  readonly note?: string;
  /** A figure opens what it is made of. */
  readonly onOpen?: (day: string, line: string) => void;
}

/** The chart as a table: what a screen reader reads, what the key T shows and what is saved as CSV. */
export const tableOf = ({ days, lines, firstName, cone }: DayChart): readonly (readonly string[])[] => [
  ['Day', ...lines.map(({ label }) => label)],
  ...days.map((day, at) => [at === 0 ? (firstName ?? day) : day, ...lines.map(({ values }) => String(values[at] ?? ''))]),
  ...(cone?.ends ?? []).map(({ day, label }) => [`${day}, ${label}`, ...lines.map(({ id }) => (id === cone?.line ? String(cone.to) : ''))]),
];

/** The chart in a sentence, by the last day that all of its lines have. */
export function summaryOf({ title, unit, days, lines, cone }: DayChart, dayText: (day: string) => string): string {
  const last = Math.min(...lines.map(({ values }) => values.length), days.length) - 1;
  if (last < 0) return `${title}: nothing yet`;
  const now = `${title}. On ${dayText(days[last]!)}: ${lines.map(({ label, values }) => `${label} ${values[last]}`).join(', ')} ${unit}.`;
  if (!cone) return now;
  const { label } = lines.find(({ id }) => id === cone.line)!;
  return `${now} ${label} ${cone.to} by ${cone.ends.map((end) => `${dayText(end.day)} with ${end.label}`).join(', ')}.`;
}

/** Up to where each line reaches, day by day: in a stack with all that is below it. */
export function heightsOf({ lines, isStacked = false }: Pick<DayChart, 'lines' | 'isStacked'>): readonly (readonly number[])[] {
  if (!isStacked) return lines.map(({ values }) => values);
  let below: readonly number[] = [];
  return lines.map(({ values }) => (below = values.map((value, at) => value + (below[at] ?? 0))));
}
