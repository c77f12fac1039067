import { expect, test } from 'vitest';
import { CAST, WEB } from '../../../test/builders/cast.ts';
import { Sprinting } from '../../../test/builders/sprinting.ts';
import { raiseImpediment, resolveImpediment, updateImpediment } from './impediments.ts';

test('an impediment is raised on the team’s day, given to somebody, and resolved with how', () => {
  const world = new Sprinting({ a: 1 });
  const id = world.run(raiseImpediment, { team: world.web, title: 'No map tiles', item: world.id('a') }, 'tom').made[0]!;
  const now = () => world.workspace.get('impediment', id);
  expect(now()).toMatchObject({ team: world.web, item: world.id('a'), title: 'No map tiles', owner: null, raisedOn: '2026-03-02', resolvedOn: null });
  world.run(updateImpediment, { impediment: id, owner: CAST.pia.id }, 'tom');
  world.later(2).run(resolveImpediment, { impediment: id, resolution: 'A second server' }, 'tom');
  expect(now()).toMatchObject({ owner: CAST.pia.id, resolvedOn: '2026-03-04', resolution: 'A second server' });
  world.later(1).run(resolveImpediment, { impediment: id, resolution: 'Two more servers' });
  expect(now()).toMatchObject({ resolvedOn: '2026-03-04', resolution: 'Two more servers' });
  world.undo();
  world.undo(world.log.find(({ verb }) => verb === 'resolveImpediment')!);
  expect(now()).toMatchObject({ resolvedOn: null, resolution: '' });
});

test('it holds up items of the team’s products only, and who only reads raises none', () => {
  const world = new Sprinting();
  world.add({ theirs: 1 }, { product: WEB });
  const raise = (input: object, who = 'tom') => world.refusal(() => world.run(raiseImpediment, { team: world.web, title: 'x', ...input }, who));
  expect(raise({ item: world.id('theirs') })).toEqual([{ code: 'other-product', item: world.id('theirs') }]);
  expect(raise({}, 'sam')).toEqual([{ code: 'not-allowed', may: 'edit-items' }]);
});
