import { setState } from '../../src/domain/backlog/set-state.ts';
import { statesOf } from '../../src/domain/backlog/state.ts';
import { Refusal } from '../../src/domain/kernel/refusal.ts';
import { verbs } from '../../src/domain/verbs.ts';
import { APP } from './cast.ts';
import { Chance } from './chance.ts';
import { commandOf } from './commands.ts';
import { furnished } from './furnished.ts';
import type { World, WorldCall } from './world.ts';

/** A state that comes to mean something else is read as it is meant now; and who does it all stays an admin. */
const DRAWN = verbs.filter(({ name }) => !['updateState', 'removeState', 'createState', 'updateProduct'].includes(name) && !/import|member/i.test(name));

/** A furnished world in which all sorts of things were done over some days, one for each seed. */
export function wandered(seeds: readonly number[]): World {
  const world = furnished();
  for (const seed of seeds) {
    const chance = new Chance(seed);
    if (chance.often(0.2)) world.later(1);
    try {
      world.batch([(chance.often(0.4) ? stepOf(world, chance) : null) ?? commandOf(world, chance, chance.pick(DRAWN))]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return world;
}

/** Some item goes to some state: left to chance alone, hardly anything would be finished. */
function stepOf({ workspace }: World, chance: Chance): WorldCall | null {
  const items = [...workspace.all('item')].filter(({ product, trashedAt }) => product === APP && trashedAt === null);
  if (items.length === 0) return null;
  const state = chance.pick([...workspace.list(statesOf, APP)]);
  return {
    verb: setState as unknown as WorldCall['verb'],
    input: { items: [chance.pick(items).id], state: state.id, reason: state.group === 'declined' ? 'Not ours' : null },
  };
}
