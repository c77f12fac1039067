import fc from 'fast-check';
import { expect, test } from 'vitest';
import { APP, CAST } from '../../../test/builders/cast.ts';
import { rowOf, takeIn } from '../../../test/builders/imports.ts';
import { backlog, type World } from '../../../test/builders/world.ts';
import { dump } from '../../../test/builders/dump.ts';
import { aliasesByKey } from '../backlog/alias.ts';
import { criteriaOf } from '../backlog/criterion.ts';
import { statesOf } from '../backlog/state.ts';
import { Refusal } from '../kernel/refusal.ts';
import { releasesByDate } from '../release/release.ts';
import { sprintsByName } from '../sprint/sprint.ts';
import { importRows } from './import-rows.ts';

const happened = (world: World, title: string) =>
  world.log.flatMap(({ changes }) =>
    changes.flatMap((change) =>
      'happenedOn' in change && change.happenedOn && (change.op === 'create' ? change.record.id : 'id' in change ? change.id : '') === world.id(title)
        ? [[change.op === 'update' && 'state' in change.to ? 'closed' : change.op, change.happenedOn]]
        : [],
    ),
  );

test('an item is made, closed and touched on the days on which that happened', () => {
  const world = backlog();
  takeIn(world, {
    rows: [rowOf('a', { state: 'Shipped', createdOn: '2025-01-02', updatedOn: '2025-03-04', resolvedOn: '2025-03-01' })],
    states: { Shipped: 'done' },
  });
  expect(world.item('a')).toMatchObject({ createdOn: '2025-01-02', closedOn: '2025-03-01' });
  expect(happened(world, 'a')).toEqual([
    ['create', '2025-01-02'],
    ['closed', '2025-03-01'],
    ['update', '2025-03-04'],
  ]);
});

test('a done item without a date stays without one', () => {
  const world = backlog();
  takeIn(world, { rows: [rowOf('a', { state: 'Done' }), rowOf('b', { state: 'Done', resolvedOn: null, createdOn: '2025-01-02' })] });
  expect(world.item('a').closedOn).toBeNull();
  expect(world.item('b')).toMatchObject({ closedOn: null, createdOn: '2025-01-02' });
});

test('an item keeps its number where the key is the product’s and the number is free; else it gets the next one and its old key finds it', () => {
  const world = backlog({ here: 1 });
  takeIn(world, {
    rows: [rowOf('a', { key: 'APP-7' }), rowOf('b', { key: 'app-1' }), rowOf('c', { key: 'OLD-3' }), rowOf('d'), rowOf('e', { key: 'APP-0' })],
    highestNumber: 7,
  });
  expect(['here', 'a', 'b', 'c', 'd', 'e'].map((title) => world.item(title).number)).toEqual([1, 7, 8, 9, 10, 11]);
  expect(world.workspace.list(aliasesByKey, 'OLD-3').at(0)?.item).toBe(world.id('c'));
  expect(world.workspace.list(aliasesByKey, 'APP-7').length).toBe(0);
});

test('people are found by e-mail, then by name, else made without sign-in and once', () => {
  const world = backlog();
  const person = (name: string, email: string | null = null) => ({ assignee: { name, email } });
  takeIn(world, {
    rows: [
      rowOf('a', person('Somebody Else', 'TOM@northwind.example')),
      rowOf('b', person('PIA Product')),
      rowOf('c', person('Uwe New', 'uwe@other.example')),
      rowOf('d', person('U. New', 'uwe@other.example')),
      rowOf('e', person('Uwe New')),
      rowOf('f', { assignee: null }),
    ],
  });
  const assignees = ['a', 'b', 'c', 'd', 'e', 'f'].map((title) => world.item(title).assignee);
  const [, , uwe] = assignees;
  expect(assignees).toEqual([CAST.tom.id, CAST.pia.id, uwe, uwe, uwe, null]);
  expect(world.workspace.get('member', uwe!)).toMatchObject({ name: 'Uwe New', role: null, account: null, products: [] });
});

test('states, releases and sprints are made once, whatever their case', () => {
  const world = backlog();
  const rows = ['a', 'b', 'c', 'd'].map((title, at) =>
    rowOf(title, { state: at % 2 ? 'QA' : 'qa', release: at % 2 ? 'v1' : 'V1', sprint: at % 2 ? 'Sprint 1' : 'sprint 1' }),
  );
  takeIn(world, { rows, states: { QA: 'in-review', 'in PROGRESS': 'in-progress' } });
  expect(Array.from(world.workspace.list(statesOf, APP), ({ name, group }) => `${name} ${group}`)).toEqual([
    'Backlog backlog',
    'Ready ready',
    'In progress in-progress',
    'In review in-review',
    'QA in-review',
    'Done done',
    'Declined declined',
  ]);
  expect(Array.from(world.workspace.list(releasesByDate, APP), ({ name, state }) => `${name} ${state}`)).toEqual(['V1 planned']);
  expect(Array.from(world.workspace.list(sprintsByName, APP), ({ name }) => name)).toEqual(['sprint 1']);
});

test('description, criteria, tags, estimate and due day come along', () => {
  const world = backlog();
  takeIn(world, {
    rows: [
      rowOf('a', {
        type: 'bug',
        description: 'Why',
        criteria: ['one', 'two'],
        tags: ['z', 'a', 'z'],
        estimate: { kind: 'points', value: 5 },
        dueOn: '2026-05-01',
      }),
    ],
  });
  const item = world.item('a');
  expect(item).toMatchObject({ type: 'bug', tags: ['a', 'z'], estimate: { kind: 'points', value: 5 }, dueOn: '2026-05-01' });
  expect(world.texts.get(item.description!)?.body).toBe('Why');
  expect(Array.from(world.workspace.list(criteriaOf, item.id), ({ text }) => text)).toEqual(['one', 'two']);
});

test('rows come below what is here, in their own order', () => {
  const world = backlog({ x: 1, y: 1 });
  takeIn(world, { rows: ['a', 'b', 'c', 'd'].map((title) => rowOf(title)) });
  expect(world.ranked()).toBe('x y a b c d');
});

test('a declined item keeps its reason', () => {
  const world = backlog();
  takeIn(world, { rows: [rowOf('a', { state: 'Declined', declineReason: 'Won’t do', resolvedOn: '2025-02-01' })] });
  expect(world.item('a')).toMatchObject({ declineReason: 'Won’t do', closedOn: '2025-02-01' });
});

test('an import is for product managers and admins, and only while it runs', () => {
  const world = backlog();
  for (const who of ['tom', 'sam'] as const)
    expect(world.refusal(() => takeIn(world, { rows: [rowOf('a')], as: who }))).toMatchObject([{ code: 'not-allowed', may: 'import' }]);
  expect(world.refusal(() => takeIn(world, { rows: [rowOf('a')], as: 'gus' })).length).toBeGreaterThan(0);
  const { run } = takeIn(world, { rows: [rowOf('a')] });
  expect(world.refusal(() => world.run(importRows, { import: run, rows: [rowOf('b')] }))).toEqual([{ code: 'import-not-running', import: run }]);
});

test('a release that came with the file and holds nothing open was shipped', () => {
  const world = backlog();
  const done = { state: 'Done', resolvedOn: '2025-02-01' } as const;
  takeIn(world, { rows: [rowOf('a', { ...done, release: 'Old' }), rowOf('b', { ...done, release: 'New' }), rowOf('c', { release: 'New' })] });
  const states = Object.fromEntries(Array.from(world.workspace.list(releasesByDate, APP), ({ name, state }) => [name, state]));
  expect(states).toEqual({ Old: 'shipped', New: 'planned' });
});

test('the entries of a fresh import taken back, newest first, leave nothing of it', () => {
  const someRow = fc.record({
    state: fc.constantFrom('Backlog', 'Done', 'Declined', 'QA', null),
    release: fc.constantFrom('R1', 'R2', null),
    sprint: fc.constantFrom('S1', null),
    assignee: fc.constantFrom({ name: 'Uwe New', email: null }, { name: 'Pia Product', email: null }, null),
    resolvedOn: fc.constantFrom('2025-02-01' as const, null),
    criteria: fc.subarray(['one', 'two']),
    description: fc.constantFrom('text', null),
    key: fc.constantFrom('OLD-1', 'OLD-2', 'APP-9', null),
    type: fc.constantFrom('epic' as const, 'story' as const),
  });
  fc.assert(
    fc.property(fc.array(someRow, { minLength: 1, maxLength: 8 }), (fields) => {
      const world = backlog({ x: 1 });
      const { lastNumber: _, ...product } = world.workspace.get('product', APP);
      const before = bare(world);
      const rows = fields.map((given, at) => rowOf(`r${at}`, given));
      const { entries } = takeIn(world, { rows, states: { QA: 'in-review' } });
      for (const entry of entries.toReversed()) {
        try {
          world.undo(entry, 'pia');
        } catch (error) {
          if (!(error instanceof Refusal)) throw error; // an entry whose changes went with a later one's
        }
      }
      expect(bare(world)).toEqual(before);
      expect(world.workspace.get('product', APP)).toMatchObject({ name: product.name, key: product.key });
    }),
    { numRuns: 60 },
  );
});

/** Every record but for its stamps and the numbers that were given, which last. */
function bare(world: World): unknown {
  return JSON.parse(
    JSON.stringify(dump(world.workspace), (name, value: unknown) => (['version', 'touchedAt', 'lastNumber'].includes(name) ? undefined : value)),
  );
}
