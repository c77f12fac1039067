import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, csvOf } from '../../../test/builders/file-of.ts';
import { ProblemList } from '../problem-list.ts';
import { allAtOnce } from '../steps.ts';
import { decode } from './decode.ts';
import { DELIMITERS, findDelimiter } from './delimiter.ts';
import { findEncoding, type Encoding } from './encoding.ts';
import { findTable } from './find-table.ts';
import { readRecords } from './records.ts';
import { readTable } from './table.ts';

const records = (text: string, { delimiter = ',', slice = 1 << 16 } = {}): string[][] =>
  Array.from(readRecords(decode(bytesOf(text), 'utf-8', slice), delimiter)).flatMap((batch) => batch.records.map(({ cells }) => [...cells]));

const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '😀', '"', ',', ';', '\n', '\r', '\r\n', ' ', '\t', '|', '1') });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });

describe('records', () => {
  it('come back as they were written, whatever the delimiter and wherever the pieces end', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...DELIMITERS), fc.integer({ min: 1, max: 40 }), (rows, delimiter, slice) => {
        expect(records(csvOf(rows, delimiter), { delimiter, slice })).toEqual(rows);
      }),
    );
  });

  it('are those that csv-parse reads', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const text = csvOf(rows).replaceAll('\r\n', end);
        const theirs: string[][] = parse(text, { relax_column_count: true, record_delimiter: [end] });
        expect(records(text)).toEqual(theirs);
      }),
    );
  });

  it('end at LF, CRLF and CR, and an empty last line is none', () => {
    expect(records('a,b\nc,d\r\ne,f\rg,h\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ]);
  });

  it('keep a quotation mark that may not stand there, and say in which cell', () => {
    const [batch] = Array.from(readRecords(decode(bytesOf('1,5" pipe,x\n"a "b" c",y\n'), 'utf-8'), ','));
    expect(batch!.records).toEqual([
      { row: 1, cells: ['1', '5" pipe', 'x'], strayAt: 1 },
      { row: 2, cells: ['a "b" c', 'y'], strayAt: 0 },
    ]);
  });
});

const wideOf = (text: string, { isLittle, mark }: { isLittle: boolean; mark: boolean }): Uint8Array => {
  const units = Array.from(mark ? `\ufeff${text}` : text, (sign) => sign.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (isLittle ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff])));
};

describe('the encoding', () => {
  const text = 'Título,Größe,日本,€uro\nä,b,c,d\n';
  const wide = (isLittle: boolean, mark: boolean): Uint8Array => wideOf(text, { isLittle, mark });
  const read = (bytes: Uint8Array) => {
    const found = allAtOnce(findEncoding(bytes));
    return { ...found, text: Array.from(decode(bytes, found.encoding, 7), (piece) => piece.text).join('') };
  };

  it('is told by a byte order mark, which is no part of the text', () => {
    expect(read(bytesOf(`\ufeff${text}`))).toEqual({ encoding: 'utf-8', sure: true, text });
    expect(read(wide(true, true))).toEqual({ encoding: 'utf-16le', sure: true, text });
    expect(read(wide(false, true))).toEqual({ encoding: 'utf-16be', sure: true, text });
  });

  it('is told without a mark', () => {
    expect(read(bytesOf(text))).toEqual({ encoding: 'utf-8', sure: true, text });
    expect(read(wide(true, false))).toEqual({ encoding: 'utf-16le', sure: true, text });
    expect(read(wide(false, false))).toEqual({ encoding: 'utf-16be', sure: true, text });
  });

  it('is Windows-1252 where it is not UTF-8, and not sure', () => {
    expect(read(Uint8Array.from([0x47, 0x72, 0xf6, 0xdf, 0x65, 0x20, 0x80]))).toEqual({ encoding: 'windows-1252', sure: false, text: 'Größe €' });
  });

  it('stays UTF-8 where only a few characters of many are broken', () => {
    const bytes = Uint8Array.from([...bytesOf('äöü'.repeat(20)), 0xc4, 0x20]);
    expect(read(bytes)).toMatchObject({ encoding: 'utf-8', sure: false });
  });

  it('any text comes back from any encoding, cut anywhere', () => {
    const encodings: [Encoding, (text: string) => Uint8Array][] = [
      ['utf-8', bytesOf],
      ['utf-16le', (some) => Uint8Array.from(Array.from({ length: some.length }, (_, at) => some.charCodeAt(at)).flatMap((unit) => [unit & 0xff, unit >> 8]))],
      ['utf-16be', (some) => Uint8Array.from(Array.from({ length: some.length }, (_, at) => some.charCodeAt(at)).flatMap((unit) => [unit >> 8, unit & 0xff]))],
    ];
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...encodings), fc.integer({ min: 1, max: 9 }), (some, [encoding, encode], slice) => {
        fc.pre(!some.includes('\ufeff') && !/\p{Surrogate}/u.test(some));
        expect(Array.from(decode(encode(some), encoding, slice), (piece) => piece.text).join('')).toBe(some);
      }),
    );
  });
});

describe('the delimiter', () => {
  it('is the one that gives the most columns on the most records', () => {
    expect(findDelimiter('a;b;c\n1,5;2;3\n"x,y,z";3;4\n', true)).toBe(';');
    expect(findDelimiter('a\tb\n1, and, more\t2\n', true)).toBe('\t');
    expect(findDelimiter('title\none, two\nthree\n', true)).toBe(',');
    expect(findDelimiter('a|b\n1|2\n', true)).toBe('|');
  });
});

describe('a table', () => {
  const read = (text: string) => {
    const problems = new ProblemList();
    const bytes = bytesOf(text);
    const place = allAtOnce(findTable(bytes, { knows: (names) => names.filter((name) => ['title', 'status', 'labels'].includes(name)).length }, problems));
    const rows: (readonly string[])[] = [];
    const counts = place && allAtOnce(readTable(bytes, place, { take: ({ row, cells }) => void rows.push([String(row), ...cells]), problems }));
    return { place, rows, counts, problems: problems.all() };
  };

  it('may have a title and blank lines above its header, and a name over several columns', () => {
    const { place, rows } = read('My board,,\n\nTitle,Labels, labels \nA,x,y\n');
    expect(place!.header).toMatchObject({
      row: 3,
      width: 3,
      columns: [
        { name: 'Title', at: [0] },
        { name: 'Labels', at: [1, 2] },
      ],
    });
    expect(rows).toEqual([['4', 'A', 'x', 'y']]);
  });

  it('is told by a first line that names the delimiter, which does not count as a row', () => {
    expect(read('sep=;\r\nTitle;Status\r\nA, or B;new\r\n').rows).toEqual([['2', 'A, or B', 'new']]);
  });

  it('fills short rows, leaves wide ones and repeated headers out, and passes over empty ones', () => {
    const { rows, counts, problems } = read('Title,Status,Labels\nA\n,,\n\nB,new,x,y\nTitle,Status,Labels\nC,new,x,,\n');
    expect(rows).toEqual([
      ['2', 'A', '', ''],
      ['7', 'C', 'new', 'x'],
    ]);
    expect(counts).toEqual({ records: 4, skipped: 2 });
    expect(problems.map(({ code, row, loses }) => [code, row, loses])).toEqual([
      ['row-short', 2, 'nothing'],
      ['row-too-wide', 5, 'row'],
      ['header-repeated', 6, 'row'],
    ]);
  });

  it('loses control characters and says where', () => {
    const { rows, problems } = read('Title,Status\nA\u0000B,n\u0007ew\n');
    expect(rows).toEqual([['2', 'AB', 'new']]);
    expect(problems).toMatchObject([
      { code: 'characters-removed', row: 2, column: 'Title' },
      { code: 'characters-removed', row: 2, column: 'Status' },
    ]);
  });

  it.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])('may be in UTF-16 (little end first: %s, with a mark: %s)', (isLittle, mark) => {
    const problems = new ProblemList();
    const place = allAtOnce(findTable(wideOf('Title\tStatus\nA\tnew\n', { isLittle, mark }), { knows: () => 2 }, problems));
    expect(problems.all()).toEqual([]);
    expect(place).toMatchObject({ encoding: isLittle ? 'utf-16le' : 'utf-16be', delimiter: '\t' });
  });

  it('with a quotation mark that is never closed loses that line, with row and column, and nothing else', () => {
    const { rows, counts, problems } = read('Title,Status\nA,new\nB,"open\nC,new\nD,"two, and\r\nE,closed\n"F');
    expect(rows).toEqual([
      ['2', 'A', 'new'],
      ['4', 'C', 'new'],
      ['6', 'E', 'closed'],
    ]);
    expect(counts).toEqual({ records: 6, skipped: 3 });
    expect(problems).toMatchObject([3, 5, 7].map((row) => ({ code: 'quote-not-closed', loses: 'row', row, column: row === 7 ? 'Title' : 'Status' })));
    expect(problems[0]!.message).toContain('Row 3, column “Status”');
  });

  it('any rows come back around one that opens a quotation mark', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ä', ' ', '=', '1', ';') });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 30 }), fc.nat(), (cells, place) => {
        const titles = cells.map((text, at) => `${text}${at}`);
        const at = place % (titles.length + 1);
        const lines = titles.toSpliced(at, 0, '"open');
        expect(read(`Title,Status\n${lines.map((title) => `${title},new\n`).join('')}`).rows.map(([, title]) => title)).toEqual(titles);
      }),
    );
  });

  it('with quotation marks that are opened all over is refused', () => {
    const { problems } = read(`Title,Status\n${'A,"open\n'.repeat(2000)}`);
    expect(problems.at(-1)).toMatchObject({ code: 'quote-not-closed', loses: 'file', column: 'Status' });
  });

  it.each([
    [Uint8Array.from([]), 'The file is empty.'],
    [Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 0]), 'Excel workbook or a zip'],
    [Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'picture (PNG)'],
    [bytesOf('[{"number": 1}]'), 'JSON'],
    [bytesOf('<!doctype html><html></html>'), 'web page'],
    [Uint8Array.from({ length: 400 }, (_, at) => (at * 37) % 9), 'not a text file'],
    [bytesOf('\n\n\n'), 'no rows'],
  ])('that is none is refused with a clear sentence (%#)', (bytes, sentence) => {
    const problems = new ProblemList();
    expect(allAtOnce(findTable(bytes, { knows: () => 0 }, problems))).toBeNull();
    expect(problems.isFatal).toBe(true);
    expect(problems.all()[0]!.message).toContain(sentence);
  });

  it('with more than 200,000 rows is refused with a hint to split it', () => {
    const { problems } = read(`Title,Status\n${'A,new\n'.repeat(200_001)}`);
    expect(problems).toMatchObject([{ code: 'too-many-rows', loses: 'file' }]);
    expect(problems[0]!.message).toContain('Split it');
  });

  it('of more than 200 MB is refused before it is read', () => {
    const problems = new ProblemList();
    const large = { length: 300 * 1024 * 1024 } as Uint8Array; // only its length is asked
    expect(allAtOnce(findTable(large, { knows: () => 0 }, problems))).toBeNull();
    expect(problems.all()[0]!.message).toContain('300 MB');
  });
});
