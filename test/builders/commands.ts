import type { Collections } from '../../src/domain/collections.ts';
import type { Verb } from '../../src/domain/kernel/verb.ts';
import { verbs } from '../../src/domain/verbs.ts';
import { APP, WEB } from './cast.ts';
import type { Chance } from './chance.ts';
import { inputFor, type Making } from './inputs.ts';
import type { World, WorldCall } from './world.ts';

type Maker = (making: Making & { readonly world: World }) => Record<string, unknown>;

/** Fields of inputs that a schema alone can't tell: each verb's own, over what its schema gives. */
const OWN: Readonly<Record<string, Maker>> = {
  undoEntry: ({ world, chance }) => ({ entry: chance.whole(Math.max(1, world.log.length - 12), world.log.length) }),
  writeDescription: ({ world, chance }) => {
    const item = chance.pick([...world.workspace.all('item')]);
    return { item: item.id, base: chance.often(0.8) ? item.description : 'another' };
  },
  updateItems: ({ world, product, chance }) => {
    const items = [...world.workspace.all('item')].filter((item) => item.product === product);
    return items.length > 0 && chance.often(0.5) ? { items: [chance.pick(items).id] } : {};
  },
};

/** How often a verb is drawn; 1 unless it stands here. */
const WEIGHT: Readonly<Record<string, number>> = {
  createItems: 3,
  moveItems: 4,
  undoEntry: 6,
  setParent: 3,
  setState: 3,
  createLink: 3,
  putInRelease: 2,
  planInSprint: 3,
  moveInSprint: 2,
  startSprint: 2,
  removeState: 0.5,
  updateState: 3,
  updateTeam: 2,
  removeLink: 2,
};

const drawn = verbs.flatMap((verb) => Array.from({ length: Math.ceil((WEIGHT[verb.name] ?? 1) * 2) }, () => verb));

/** A call that a person could make now, of any verb that there is: most of them can be done, some break a rule. */
export function commandOf(world: World, chance: Chance, verb: Verb<Collections> = chance.pick(drawn)): WorldCall {
  const product = chance.often(0.8) ? APP : WEB;
  return { verb: verb as unknown as WorldCall['verb'], input: inputOf(verb, { world, chance, product, view: world.workspace }) };
}

/** An input of a verb, checked against its schema. */
export function inputOf(verb: Verb<Collections>, making: Making & { readonly world: World }): unknown {
  for (let tries = 0; tries < 50; tries++) {
    const input = { ...(inputFor(verb.input, making) as object), ...OWN[verb.name]?.(making) };
    if (verb.input.safeParse(input).success) return input;
  }
  throw new Error(`no input was found for ${verb.name}: say in test/builders/commands.ts what it takes`);
}
