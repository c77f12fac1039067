import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLarger } from '../../domain/backlog/item-type.ts';
import { countsOf, fileOf, readAsProposed } from '../../../test/builders/file-of.ts';
import { allAtOnce } from '../steps.ts';
import { sorted } from './rank-order.ts';

const HEADER = ['ID', 'Title', 'Type', 'Parent'];
const typed = (...rows: [id: string, type: string, parent: string][]) => fileOf(HEADER, ...rows.map(([id, type, parent]) => [id, `Title ${id}`, type, parent]));
const summary = (file: ReturnType<typeof readAsProposed>) => file.items.map(({ source, type, parent }) => [source.slice(4), type, parent?.slice(4) ?? null]);

describe('parents', () => {
  it('that are not larger become related items, and that is said', () => {
    const file = readAsProposed(typed(['1', 'Story', ''], ['2', 'Bug', '1']));
    expect(summary(file)).toEqual([
      ['1', 'story', null],
      ['2', 'bug', null],
    ]);
    expect(file.items[1]!.links).toEqual([{ type: 'relates', from: 'csv:2', to: 'csv:1' }]);
    expect(file.problems).toMatchObject([{ code: 'parent-not-larger', row: 3, column: 'Parent' }]);
  });

  it('are made larger where that is chosen, from the leaves up', () => {
    const file = readAsProposed(typed(['1', 'Story', ''], ['2', 'Story', '1'], ['3', 'Bug', '2']), () => ({ lift: true }));
    expect(summary(file)).toEqual([
      ['1', 'epic', null],
      ['2', 'feature', '1'],
      ['3', 'bug', '2'],
    ]);
  });

  it('that close a circle are cut where it closes, and the circle is named', () => {
    const file = readAsProposed(typed(['1', 'Story', '2'], ['2', 'Feature', '3'], ['3', 'Epic', '1']));
    const cut = file.problems.filter(({ code }) => code === 'parent-cycle');
    expect(cut).toMatchObject([{ row: 4, column: 'Parent' }]);
    expect(cut[0]!.message).toContain('“Title 1” › “Title 2” › “Title 3” › “Title 1”');
    expect(summary(file)).toEqual([
      ['1', 'story', '2'],
      ['2', 'feature', '3'],
      ['3', 'epic', null],
    ]);
  });

  it('make a task of a “task” below a story and leave it a chore elsewhere', () => {
    expect(summary(readAsProposed(typed(['1', 'Story', ''], ['2', 'Task', '1'], ['3', 'Task', ''], ['4', 'Sub-task', '3'])))).toEqual([
      ['1', 'story', null],
      ['2', 'task', '1'],
      ['3', 'chore', null],
      ['4', 'task', '3'],
    ]);
  });

  it('give types to rows that have none', () => {
    const file = readAsProposed(
      fileOf(['ID', 'Title', 'Parent'], ['a', 'A', ''], ['b', 'B', 'a'], ['c', 'C', 'b'], ['d', 'D', 'c'], ['e', 'E', ''], ['f', 'F', 'E'], ['g', 'G', '']),
    );
    expect(summary(file)).toEqual([
      ['a', 'epic', null],
      ['b', 'feature', 'a'],
      ['c', 'story', 'b'],
      ['d', 'task', 'c'],
      ['e', 'feature', null],
      ['f', 'story', 'e'],
      ['g', 'story', null],
    ]);
  });

  it('are always larger and never in a circle, whatever a file says', () => {
    const anyRow = fc.record({ type: fc.constantFrom('Epic', 'Feature', 'Story', 'Task', 'Sub-task', ''), parent: fc.nat(12) });
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 12 }), fc.boolean(), (rows, lift) => {
        const file = readAsProposed(typed(...rows.map(({ type, parent }, at): [string, string, string] => [String(at), type, String(parent)])), () => ({
          lift,
        }));
        const items = new Map(file.items.map((item) => [item.source, item]));
        for (const item of file.items) {
          if (item.parent) expect(isLarger(items.get(item.parent)!.type, item.type)).toBe(true);
          let above = 0;
          for (let at = item.parent; at; at = items.get(at)!.parent ?? null) above += 1;
          expect(above).toBeLessThan(4);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('rows of one item', () => {
  it('are merged: lists united, gaps filled, and each said', () => {
    const { items, counts, problems } = readAsProposed(
      fileOf(['Key', 'Title', 'Tags', 'Assignee'], ['A-1', 'Map', 'a', ''], ['A-2', 'Other', '', ''], ['A-1', 'Map', 'b', 'Mira']),
    );
    expect(items[0]).toMatchObject({ row: 2, title: 'Map', tags: ['a', 'b'], assignee: { name: 'Mira' } });
    expect(counts).toEqual({ records: 3, items: 2, merged: 1, skipped: 0 });
    expect(problems).toMatchObject([{ code: 'merged', row: 4, message: 'Row 4 is the same item as row 2 (A-1): the two were merged.' }]);
  });
});

describe('the order', () => {
  it('rests on a numeric rank, else on priority, else on the file', () => {
    const keys = (header: string, ...cells: string[]) => {
      const file = readAsProposed(fileOf(['Key', 'Title', header], ...cells.map((cell, at) => [`A-${at + 1}`, `T${at}`, cell])));
      return [file.rankFrom, ...file.items.map(({ key }) => key)];
    };
    expect(keys('Stack Rank', '100.5', '9', '1000000000', '')).toEqual(['rank', 'A-2', 'A-1', 'A-3', 'A-4']);
    expect(keys('Priority', 'Low', 'Urgent', 'No priority', 'High')).toEqual(['priority', 'A-2', 'A-4', 'A-3', 'A-1']);
    expect(keys('Priority', 'High', 'High')).toEqual(['file', 'A-1', 'A-2']);
  });

  it('sorts in steps as it would at once, and keeps equals as they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 300 }), (numbers) => {
        const many = Array.from({ length: 60 }, () => numbers)
          .flat()
          .map((value, at) => ({ value, at }));
        const inOrder = (a: { value: number }, b: { value: number }) => a.value - b.value;
        expect(allAtOnce(sorted(many, inOrder))).toEqual([...many].sort(inOrder));
      }),
      { numRuns: 20 },
    );
  });

  it('leaves no problem behind where there is none', () => {
    expect(countsOf(readAsProposed(typed(['1', 'Epic', ''], ['2', 'Story', '1'])).problems)).toEqual({});
  });
});
