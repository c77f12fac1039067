import { expect, test } from 'vitest';
import { Chance } from '../../../test/builders/chance.ts';
import { APP, fixedId, WEB } from '../../../test/builders/cast.ts';
import { inputOf } from '../../../test/builders/commands.ts';
import { furnished } from '../../../test/builders/furnished.ts';
import { NOBODY } from '../../../test/builders/inputs.ts';
import type { World } from '../../../test/builders/world.ts';
import { collections, type Collections } from '../collections.ts';
import { model } from '../model.ts';
import { readings } from '../readings.ts';
import { verbs } from '../verbs.ts';
import { resolveRefs } from './perform.ts';
import { mapRefs, refsIn, type Ref } from './ref.ts';
import { Refusal } from './refusal.ts';
import { ask } from './ask.ts';

const DRAWS = 12;

/** Inputs of everything that takes references, in every shape that their schemas allow, all within one product. */
function inputsOf(world: World, asked: { readonly name: string; readonly input: unknown }): unknown[] {
  const view = world.view('gus');
  return Array.from({ length: DRAWS }, (_, seed) => inputOf(asked as never, { world, view, product: APP, chance: new Chance(seed), isFull: true }));
}

/** The same input once for each reference in it, which then names something else. */
function withOneRefElse(schema: unknown, input: unknown, foreign: (ref: Ref) => string): { ref: Ref; input: unknown }[] {
  return refsIn(schema as never, input).map((ref, n) => {
    let at = -1;
    const changed = mapRefs(schema as never, input, (found) => (++at === n ? foreign(found) : found.id));
    return { ref, input: changed };
  });
}

function outcome(act: () => unknown): string {
  try {
    act();
    return 'found';
  } catch (error) {
    if (error instanceof Refusal) return error.blockers[0].code;
    throw error;
  }
}

const everything = [...verbs, ...readings];

test('every reference of every verb and reading names a collection that there is', () => {
  const world = furnished();
  for (const asked of everything) {
    for (const input of inputsOf(world, asked)) {
      for (const { collection } of refsIn(asked.input, input)) expect(Object.keys(collections), asked.name).toContain(collection);
    }
  }
});

test('an id that nobody has, or that another workspace has, is not there, wherever it stands in the input of whatever verb or reading', () => {
  const world = furnished();
  const elsewhere = fixedId(0xbeef);
  let refs = 0;
  for (const asked of everything) {
    for (const input of inputsOf(world, asked)) {
      for (const id of [NOBODY, elsewhere, 'APP-9999', 'NOPE', '__proto__']) {
        for (const one of withOneRefElse(asked.input, input, () => id)) {
          refs++;
          expect(
            outcome(() => resolveRefs(asked, one.input, { model, workspace: world.workspace, access: world.access('ada') })),
            `${asked.name} ${one.ref.collection}`,
          ).toBe('not-there');
        }
      }
    }
  }
  expect(refs).toBeGreaterThan(verbs.length * DRAWS);
});

test('what is hidden from a guest gets the same answer as what does not exist, and before any permission is asked', () => {
  const world = furnished();
  const hidden = (ref: Ref): string => {
    const seen = world.view('gus');
    const all = [...world.workspace.all(ref.collection as keyof Collections)];
    return all.find(({ id }) => !seen.find(ref.collection as keyof Collections, id))?.id ?? NOBODY;
  };
  const names = new Set<string>();
  for (const verb of verbs) {
    for (const input of inputsOf(world, verb)) {
      for (const one of withOneRefElse(verb.input, input, hidden)) {
        if (refsIn(verb.input, input).some((ref) => ref.id === NOBODY)) continue; // nothing of that kind is seen by a guest
        names.add(one.ref.collection);
        expect(
          outcome(() => world.run(verb as never, one.input as never, 'gus')),
          `${verb.name} ${one.ref.collection}`,
        ).toBe('not-there');
      }
    }
  }
  expect([...names].sort()).toEqual(expect.arrayContaining(['criterion', 'item', 'link', 'product', 'release', 'sprint', 'state', 'team']));
});

test('a reading of what is hidden is not there either', () => {
  const world = furnished();
  for (const one of readings) {
    for (const input of inputsOf(world, one)) {
      for (const { input: foreign, ref } of withOneRefElse(one.input, input, () => WEB)) {
        const asking = { model, view: world.view('gus'), access: world.access('gus')!, asking: { now: world.now } };
        expect(
          outcome(() => ask(one, foreign, asking)),
          `${one.name} ${ref.collection}`,
        ).toBe('not-there');
      }
    }
  }
});
