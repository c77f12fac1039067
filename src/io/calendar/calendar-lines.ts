/** A line of a calendar: `DTSTART;VALUE=DATE:20261225` is DTSTART with a value, its parameters left out. */
export interface CalendarLine {
  readonly name: string;
  readonly value: string;
  /** Counted from 1 in the file. */
  readonly at: number;
}

/** The lines of an iCalendar file, folded ones put together. What is no line of one is passed over: one bad line costs itself only. */
export function calendarLines(text: string): CalendarLine[] {
  const whole: { text: string; at: number }[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = whole.at(-1);
    if (last && /^[ \t]/.test(line)) last.text += line.slice(1);
    else if (line !== '') whole.push({ text: line, at: index + 1 });
  }
  return whole.flatMap(({ text: line, at }) => {
    const [, name, value] = /^([\w-]+)(?:;(?:[^":]|"[^"]*")*)?:(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [{ name: name.toUpperCase(), value: value!, at }];
  });
}

/** A text as it is meant: a backslash before a comma, a semicolon or itself, and `\n` for a new line, which is a space here. */
export const unescaped = (value: string): string =>
  value
    .replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (mark === 'n' || mark === 'N' ? ' ' : mark))
    // eslint-disable-next-line no-control-regex -- taking control characters out is what it is for
    .replaceAll(/[\u0000-\u001f\u007f]/g, ' ')
    .trim();
