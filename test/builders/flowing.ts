import { stateIn } from '../../src/domain/backlog/state.ts';
import type { StateGroup } from '../../src/domain/backlog/state-group.ts';
import { editAny } from './edit.ts';
import { APP } from './cast.ts';
import type { World } from './world.ts';

/** Nine in the morning of a day of March 2026. */
export function onMarch(world: World, day: number): World {
  world.now = `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`;
  return world;
}

/** An item's way: into the first state of a group on a day of March, and so on. */
export function goes(world: World, title: string, ...way: readonly (readonly [group: StateGroup, day: number])[]): void {
  for (const [group, day] of way) edited(world, title, [{ state: stateIn(world.workspace, APP, group)!.id }, day]);
}

/** Fields of an item take other values on a day of March. */
export function edited(world: World, title: string, [values, day]: readonly [values: Record<string, unknown>, day: number]): void {
  onMarch(world, day).run(editAny, { in: 'item', id: world.id(title), values });
}
