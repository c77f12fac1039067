import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createItems } from '../backlog/create-items.ts';
import { moveItems } from '../backlog/move-items.ts';
import type { Collections } from '../collections.ts';
import { model } from '../model.ts';
import { APP, fixedId, WEB, type Name } from '../../../test/builders/cast.ts';
import { editAny, makeAny, removeAny } from '../../../test/builders/edit.ts';
import { World } from '../../../test/builders/world.ts';
import { GrowingView } from './growing-view.ts';
import { beforeOf, project, viewOf } from './project.ts';
import type { Readable } from './workspace.ts';

const step = fc.record({ what: fc.constantFrom('grow', 'grow', 'add', 'move', 'link', 'unlink', 'product'), n: fc.nat(40) });

test('a view that is made piece by piece while the whole goes on ends as the view of the whole', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.constantFrom<Name>('gus', 'sam'), fc.array(step, { maxLength: 40 }), (who, steps) => {
      const world = new World().add({ a: 1, b: 2, c: 3 }).add({ x: 1, y: 2 }, { product: WEB });
      const access = world.access(who)!;
      const growing = new GrowingView(model, access, world.workspace);
      const follow = (): void => {
        const entry = world.log.at(-1)!;
        const before = beforeOf(world.workspace, world.befores.get(entry.seq)!);
        growing.follow(project(model, access, { before, after: world.workspace, changes: entry.changes }), { seq: entry.seq, at: entry.at });
      };
      for (const [at, { what, n }] of steps.entries()) {
        if (what === 'grow') growing.grow(world.workspace, n % 6);
        else if (act(world, { what, n, at })) follow();
      }
      while (!growing.isDone) growing.grow(world.workspace, 3);
      if (act(world, { what: 'add', n: 1, at: 99 })) follow();
      expect(everything(growing.view)).toEqual(everything(viewOf(model, world.workspace, access)));
    }),
    { numRuns: 300 },
  );
});

/** Does something to items and links of two products; false when there was nothing to do. */
function act(world: World, { what, n, at }: { what: string; n: number; at: number }): boolean {
  const items = [...world.workspace.all('item')];
  const links = [...world.workspace.all('link')];
  const [one, other] = [items[n % items.length]!, items[(n * 7 + 1) % items.length]!];
  const product = n % 2 ? APP : WEB;
  if (what === 'add') return world.run(createItems, { product, items: [{ title: `n${at}` }] }).entry !== null;
  if (what === 'move') return world.run(moveItems, { product: one.product, items: [one.id], place: { to: n % 3 ? 'top' : 'bottom' } }).entry !== null;
  if (what === 'link' && one !== other)
    return world.run(makeAny, { in: 'link', record: { id: fixedId(0x50_000 + at), type: 'blocks', from: one.id, to: other.id } }).entry !== null;
  if (what === 'unlink' && links.length > 0) return world.run(removeAny, { in: 'link', id: links[n % links.length]!.id }).entry !== null;
  if (what === 'product') return world.run(editAny, { in: 'item', id: one.id, values: { title: `t${at}` } }).entry !== null;
  return false;
}

function everything(view: Readable<Collections>): Record<string, unknown[]> {
  const names = Object.keys(model.collections) as (keyof Collections)[];
  return Object.fromEntries(names.map((name) => [name, [...view.all(name)].sort((a, b) => (a.id < b.id ? -1 : 1))]));
}
