import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCalendar } from './read-calendar.ts';

const WITHIN = { from: '2025-01-01', to: '2027-12-31' } as const;
const calendar = (...events: string[][]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR'].join('\r\n');
const read = (...events: string[][]) => readCalendar(calendar(...events), WITHIN)!;
const days = (...events: string[][]) => read(...events).days.map(({ name, from, to }) => `${name} ${from}${to === from ? '' : ` to ${to}`}`);

test('whole days are taken by day, their end being the day after the last', () => {
  expect(
    days(
      ['SUMMARY:Christmas', 'DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261227'],
      ['SUMMARY:Good Friday', 'DTSTART;VALUE=DATE:20260403'],
      ['SUMMARY:Shutdown', 'DTSTART:20261228', 'DURATION:P4D'],
      ['SUMMARY:Same day twice', 'DTSTART;VALUE=DATE:20260501', 'DTEND;VALUE=DATE:20260501'],
    ),
  ).toEqual(['Good Friday 2026-04-03', 'Same day twice 2026-05-01', 'Christmas 2026-12-25 to 2026-12-26', 'Shutdown 2026-12-28 to 2026-12-31']);
});

test('names are put together from folded lines, with what was escaped', () => {
  const text = calendar(['SUMMARY;LANGUAGE="de:DE":Tag der Deut', ' schen Einheit\\, frei\\nfür alle', 'DTSTART;VALUE=DATE:20261003']);
  for (const ends of ['\r\n', '\n', '\r']) {
    expect(readCalendar(`\uFEFF${text.replaceAll('\r\n', ends)}`, WITHIN)!.days[0]!.name).toBe('Tag der Deutschen Einheit, frei für alle');
  }
  expect(days(['DTSTART;VALUE=DATE:20260101'])).toEqual(['Holiday 2026-01-01']);
});

test('what comes back every year is taken for each year that is looked at', () => {
  expect(days(['SUMMARY:Xmas', 'DTSTART;VALUE=DATE:20201225', 'DTEND;VALUE=DATE:20201227', 'RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25'])).toEqual([
    'Xmas 2025-12-25 to 2025-12-26',
    'Xmas 2026-12-25 to 2026-12-26',
    'Xmas 2027-12-25 to 2027-12-26',
  ]);
  expect(days(['SUMMARY:x', 'DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'])).toEqual([]);
  expect(days(['SUMMARY:x', 'DTSTART;VALUE=DATE:20240101', 'RRULE:FREQ=YEARLY;COUNT=3', 'EXDATE;VALUE=DATE:20250101'])).toEqual(['x 2026-01-01']);
  expect(days(['SUMMARY:x', 'DTSTART;VALUE=DATE:20240101', 'RRULE:FREQ=YEARLY;UNTIL=20261231T000000Z;INTERVAL=2'])).toEqual(['x 2026-01-01']);
});

test('what is not taken is said with its line and why', () => {
  const {
    days: taken,
    notTaken,
    outside,
  } = read(
    ['SUMMARY:Standup', 'DTSTART:20260302T090000Z', 'DTEND:20260302T091500Z'],
    ['SUMMARY:Mothers', 'DTSTART;VALUE=DATE:20260510', 'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=5'],
    ['SUMMARY:Never', 'DTSTART;VALUE=DATE:20260230'],
    ['SUMMARY:Backwards', 'DTSTART;VALUE=DATE:20260310', 'DTEND;VALUE=DATE:20260301'],
    ['SUMMARY:Ages', 'DTSTART;VALUE=DATE:20260310', 'DTEND;VALUE=DATE:20280301'],
    ['SUMMARY:Off', 'DTSTART;VALUE=DATE:20260310', 'STATUS:CANCELLED'],
    ['SUMMARY:Long ago', 'DTSTART;VALUE=DATE:20100310'],
  );
  expect(taken).toEqual([]);
  expect(notTaken).toEqual([
    { line: 3, name: 'Standup', why: 'hours' },
    { line: 8, name: 'Mothers', why: 'repeats' },
    { line: 13, name: 'Never', why: 'no-day' },
    { line: 17, name: 'Backwards', why: 'no-day' },
    { line: 22, name: 'Ages', why: 'too-long' },
  ]);
  expect(outside).toBe(1);
});

test('an alarm within an event, a broken line and a missing end cost nothing else', () => {
  const text = calendar([
    'SUMMARY:Day',
    'nonsense',
    'BEGIN:VALARM',
    'SUMMARY:Bell',
    'DTSTART;VALUE=DATE:20260101',
    'END:VALARM',
    'DTSTART;VALUE=DATE:20260302',
  ]);
  const cut = text.slice(0, text.indexOf('END:VEVENT'));
  for (const one of [text, cut]) expect(readCalendar(one, WITHIN)!.days).toEqual([{ name: 'Day', from: '2026-03-02', to: '2026-03-02' }]);
});

test('another file is no calendar, whatever it holds', () => {
  expect(readCalendar('key,title\nA-1,x', WITHIN)).toBeNull();
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readCalendar(text, WITHIN) === null || text.includes('VCALENDAR')));
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (lines) => {
      for (const { from, to } of read(lines, ['DTSTART;VALUE=DATE:20260302']).days) expect(from <= to).toBe(true);
    }),
  );
});
