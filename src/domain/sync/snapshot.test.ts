import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createItems } from '../backlog/create-items.ts';
import { itemsByRank } from '../backlog/item.ts';
import { rankedRows } from '../backlog/open.ts';
import type { Value } from '../kernel/change.ts';
import type { Upgrade } from '../kernel/upgrade.ts';
import { emptyWorkspace, model } from '../model.ts';
import { APP } from '../../../test/builders/cast.ts';
import { World } from '../../../test/builders/world.ts';
import { numberAt, widthFor, writeNumbers } from './base91.ts';
import { decodeColumn, encodeColumn } from './column.ts';
import { toEnd } from '../kernel/pausing.ts';
import { capture, decodeSnapshot, encodeSnapshot, type Snapshot } from './snapshot.ts';

const HEAD = { model: 1, workspace: 'w', access: 'whole', seq: 7 };

const written = (world: World): Snapshot => JSON.parse(toEnd(encodeSnapshot(HEAD, capture(model, world.workspace))).join('')) as Snapshot;

const value: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom('a', 'b', null, true, false, 0, 1),
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.record({ kind: fc.constantFrom('points', 'size'), value: fc.integer() }),
);

test('a column gives back every value of every record, few or many, there or not', () => {
  const records = fc.array(
    fc.oneof(
      value.map((field) => ({ field })),
      fc.constant({}),
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        records,
        fc.array(
          value.map((field) => ({ field })),
          { maxLength: 400 },
        ),
      ),
      (given) => {
        const column = JSON.parse(JSON.stringify(toEnd(encodeColumn(given as { field: Value }[], 'field')))) as ReturnType<typeof decoded>;
        expect(decoded(column)).toEqual(given);
        function decoded(of: Parameters<typeof decodeColumn>[0]) {
          const records = given.map((): { [field: string]: Value } => ({}));
          decodeColumn(of, 'field', records);
          return records as never;
        }
      },
    ),
  );
});

test('numbers are written in as few characters as the largest needs', () => {
  expect([1, 91, 92, 8281, 8282].map(widthFor)).toEqual([1, 1, 2, 2, 3]);
  fc.assert(
    fc.property(fc.array(fc.nat(753_570)), (numbers) => {
      const text = toEnd(writeNumbers(numbers, 3));
      expect(JSON.stringify(text)).toBe(`"${text}"`);
      expect(numbers.map((_, at) => numberAt(text, at, 3))).toEqual(numbers);
    }),
  );
});

test('a snapshot gives back the workspace, records, order and all', () => {
  const world = new World().add({ one: 1, two: null, three: 5 });
  world.run(createItems, { product: APP, items: [{ title: '"quoted" \u2028 שלום 🚀 \\', tags: ['a', 'ä'] }], place: { to: 'top' } });
  const copy = emptyWorkspace();
  copy.load(decodeSnapshot(written(world), []));
  for (const name of Object.keys(model.collections) as (keyof typeof model.collections)[]) {
    expect([...copy.all(name)], name).toEqual(name === 'item' ? [...world.workspace.list(itemsByRank, APP)] : [...world.workspace.all(name)]);
  }
  expect([...copy.list(rankedRows, APP)]).toEqual([...world.workspace.list(rankedRows, APP)]);
});

test('what stays on the server is not in it', () => {
  expect(written(new World()).tables.map(({ name }) => name)).not.toContain('sourceRecord');
});

test('records of an older model are brought to the present one', () => {
  const upgrades: readonly Upgrade[] = [{ to: 2, in: 'item', fields: (fields) => ({ ...fields, title: `${fields['title'] as string}!` }) }];
  const { item } = decodeSnapshot(written(new World().add({ one: 1 })), upgrades);
  expect(item).toMatchObject([{ title: 'one!' }]);
});
