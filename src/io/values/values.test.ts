import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay } from '../../domain/kernel/day.ts';
import { readCriteria } from './criteria.ts';
import { dateForm, orderEvidence, readDay } from './date.ts';
import { readHours } from './hours.ts';
import { readList } from './list.ts';
import { readNumber, saysNothing } from './number.ts';
import { readPerson } from './person.ts';
import { readSize } from './size.ts';
import { clipped, unguarded } from './text.ts';

describe('a date', () => {
  it.each([
    ['25/Apr/23 9:31 AM', '2023-04-25'],
    ['19/Jan/2025 12:00 AM', '2025-01-19'],
    ['2006-01-02 15:04', '2006-01-02'],
    ['2006-01-02 15:04:05', '2006-01-02'],
    ['Jan/2/06 3:04 PM', '2006-01-02'],
    ['2/Jan/06', '2006-01-02'],
    ['2025-11-15T23:30:00.000+0000', '2025-11-15'],
    ['02/September/24 9:47 AM', '2024-09-02'],
    ['23.10.2024 11:02', '2024-10-23'],
    ['30/mar/26 10:50 PM', '2026-03-30'],
    ['4/ene/26 1:05 AM', '2026-01-04'],
    ['12 de abril de 2026', '2026-04-12'],
    ['3. Mär. 2024', '2024-03-03'],
    ['31/Dez/24 8:00 AM', '2024-12-31'],
    ['5/févr./24', '2024-02-05'],
    ['1 août 2025', '2025-08-01'],
    ['24/mrt/23', '2023-03-24'],
    ['7 mei 2025', '2025-05-07'],
    ['Friday, November 4th 2022, 12:33:39 pm +02:00', '2022-11-04'],
    ['Wed May 13 2026 11:21:41 GMT+0000 (GMT+00:00)', '2026-05-13'],
    ['March 3, 2024', '2024-03-03'],
    ['2024-Oct-23', '2024-10-23'],
    ['7/15/2026 20:53', '2026-07-15'],
    ['15/7/2026', '2026-07-15'],
    ['12-12-2024 14:42', '2024-12-12'],
    ['45000', '2023-03-15'],
    ['1693526400000', '2023-09-01'],
    ['29.02.2024', '2024-02-29'],
  ])('%s is %s', (cell, day) => {
    expect(readDay(cell, null)).toEqual({ day });
  });

  it('of small numbers only is decided by the order of the file, and by nobody else', () => {
    expect(readDay('3/4/2026', null)).toEqual({ fault: 'undecided' });
    expect(readDay('3/4/2026', 'dmy')).toEqual({ day: '2026-04-03' });
    expect(readDay('3/4/2026', 'mdy')).toEqual({ day: '2026-03-04' });
    expect(['13/4/2026', '3/14/2026', '3/4/2026', '3/3/2026', '3.4.2026', 'soon'].map(orderEvidence)).toEqual(['dmy', 'mdy', 'either', 'none', 'none', 'none']);
  });

  it('that is not in the calendar is told from one that is not understood', () => {
    expect(['31/Feb/24', '30.02.2024', '2023-02-29', '2024-13-01', '14/15/2026'].map((cell) => readDay(cell, 'dmy'))).toEqual(
      Array.from({ length: 5 }, () => ({ fault: 'does-not-exist' })),
    );
    expect(['soon', 'Q3', '2026', '12', 'next/week', '3/Foo/24'].map((cell) => readDay(cell, 'dmy'))).toEqual(
      Array.from({ length: 6 }, () => ({ fault: 'not-understood' })),
    );
  });

  it('is a real day or a fault, for any text', () => {
    const part = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.integer({ min: 0, max: 3000 }).map(String),
      fc.constantFrom('/', '-', '.', ' ', 'Jan', 'mai', 'déc.', 'th'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 7 }), fc.constantFrom('dmy', 'mdy', 'ymd', null), (parts, order) => {
        const read = readDay(parts.join(''), order);
        expect('fault' in read || isDay(read.day)).toBe(true);
      }),
    );
  });

  it('comes back from every way of writing it', () => {
    const short = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10);
        const [y, m, d] = [day.slice(0, 4), day.slice(5, 7), day.slice(8)];
        const month = short[Number(m) - 1]!;
        for (const text of [day, `${d}/${month}/${y.slice(2)} 3:04 PM`, `${month} ${Number(d)}, ${y}`, `${d}.${m}.${y}`, `${y}/${m}/${d}`])
          expect(readDay(text, null)).toEqual({ day });
        expect(readDay(`${d}/${m}/${y}`, 'dmy')).toEqual({ day });
        expect(readDay(`${m}-${d}-${y} 14:42`, 'mdy')).toEqual({ day });
      }),
    );
  });
});

describe('a number', () => {
  it.each([
    ['4.0', false, 4],
    ['3,5', false, 3.5],
    ['3,5', true, 3.5],
    ['1,500', false, 1500],
    ['1,500', true, 1.5],
    ['1.234,5', false, 1234.5],
    ['1,234.5', true, 1234.5],
    ['1 234', true, 1234],
    ['.5', false, 0.5],
    ['-1', false, -1],
    ['1.2.3', false, null],
    ['L', false, null],
    ['5 points', false, null],
  ])('%s with decimal commas %s is %s', (cell, isCommaDecimal, number) => {
    expect(readNumber(cell, { isCommaDecimal })).toBe(number);
  });

  it('is nothing where a cell says so', () => {
    expect(['', '  ', 'NULL', '#N/A', '-', 'none', 'nothing', '0'].map(saysNothing)).toEqual([true, true, true, true, true, true, false, false]);
  });
});

describe('hours', () => {
  it('come from seconds, from words and from clocks', () => {
    expect(readHours('5400', 'seconds', false)).toBe(1.5);
    expect(readHours('1w 2d 3h 30m', 'seconds', false)).toBe(59.5);
    expect(readHours('2:45', 'seconds', false)).toBe(2.75);
    expect(readHours('7,5', 'hours', true)).toBe(7.5);
    expect(readHours('a while', 'hours', false)).toBeNull();
  });
});

describe('other cells', () => {
  it('name T-shirt sizes in words and letters', () => {
    expect(['xl', 'Extra Small', 'XXL', 'groß', '3'].map(readSize)).toEqual(['XL', 'XS', 'XXL', 'L', null]);
  });

  it('name a person by name, address, both, or as the first of a list; nobody is nobody', () => {
    expect(readPerson('Mira Okafor <mira@example.org>', 'u1')).toEqual({ name: 'Mira Okafor', id: 'u1', email: 'mira@example.org' });
    expect(readPerson('mira@example.org', null)).toEqual({ name: 'mira@example.org', id: null, email: 'mira@example.org' });
    expect(readPerson('[Mira Okafor, Jon Vale]', null)).toMatchObject({ name: 'Mira Okafor' });
    expect(['Unassigned', '', '[]', 'Sin asignar'].map((cell) => readPerson(cell, 'u1'))).toEqual([null, null, null, null]);
  });

  it('hold lists in brackets, between semicolons, on lines or between commas', () => {
    expect(['[a, b]', 'a; b,c', 'a\nb', 'a, b , a,', ''].map(readList)).toEqual([['a', 'b'], ['a', 'b,c'], ['a', 'b'], ['a', 'b'], []]);
  });

  it('hold criteria one a line, one a bullet with its lines, or one a scenario', () => {
    expect(readCriteria('- [x] Opens\n- [ ] Closes\n  at once\n1. Counts')).toEqual(['Opens', 'Closes at once', 'Counts']);
    expect(readCriteria('Given a map\nWhen it opens\nThen it shows\nGiven no map\nThen nothing')).toEqual([
      'Given a map When it opens Then it shows',
      'Given no map Then nothing',
    ]);
    expect(readCriteria('\n \n')).toEqual([]);
  });

  it('lose one guard against formulas, and only that', () => {
    expect(["'=1+1", "'-3", "'tis", "''=x"].map(unguarded)).toEqual(['=1+1', '-3', "'tis", "''=x"]);
  });

  it('are cut without halving a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, max) => {
        fc.pre(!/\p{Surrogate}/u.test(text));
        const cut = clipped(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(!/\p{Surrogate}/u.test(cut) && text.startsWith(cut)).toBe(true);
      }),
    );
  });
});

it('how a date is written is told apart: by numbers, with the month by name, from the year on, as a count', () => {
  expect(['20/Jul/23 3:25 PM', '12/31/2025', '2026-01-05 09:00', '5 januari 2021', '45123', '1689866700000', 'soon'].map(dateForm)).toEqual([
    'month-named',
    'numbers',
    'year-first',
    'month-named',
    'count',
    'count',
    null,
  ]);
});
