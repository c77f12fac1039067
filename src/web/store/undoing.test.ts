import { expect, test } from 'vitest';
import type { Instant } from '../../domain/kernel/day.ts';
import type { Command, Shown, Why } from './command.ts';
import type { Server } from './server.ts';
import { NoShelf } from './shelf.ts';
import { Store } from './store.ts';
import { Undoing } from './undoing.ts';

/** Undoing over deeds `a`, `b`, …, whose entries are 1, 2, …; what is to fail fails once. */
function deeds(names: readonly string[], failing: ReadonlySet<string> = new Set()) {
  const left = new Set(failing);
  const undone: unknown[] = [];
  const failed: unknown[] = [];
  const undoing = new Undoing({
    command: ({ input }) => {
      undone.push(input);
      return { mutation: `u${undone.length}`, shown: Promise.resolve<Shown>({ outcome: 'shown' }) } as Command; // nothing else is asked of it
    },
    newMutation: () => 'act',
    entryOf: (mutation) => (left.delete(mutation) ? Promise.reject(new Error('lost')) : Promise.resolve(names.indexOf(mutation) + 1)),
    changed: () => {},
    failed: (error, { onRefused }) => {
      failed.push(error);
      onRefused?.({ kind: 'input', problems: [] });
    },
  });
  for (const name of names) undoing.stack.did(name, null);
  return { undoing, undone, failed };
}

test('an undo that fails is said, can be done again, and does not keep later ones from their turn', async () => {
  const { undoing, undone, failed } = deeds(['a', 'b'], new Set(['b']));
  const told: Why[] = [];
  expect(await undoing.undo(undefined, { onRefused: (why) => told.push(why) })).toEqual([]);
  expect([failed.length, told.length, undone]).toEqual([1, 1, []]);
  expect(await undoing.undo(undefined, {})).toEqual(['b']);
  expect(await undoing.undo(undefined, {})).toEqual(['a']);
  expect(undone).toEqual([{ entry: 2 }, { entry: 1 }]);
});

test('a command whose definition can’t be loaded is not done, and its author is told', async () => {
  const reported: unknown[] = [];
  const store = new Store({
    server: {} as Server, // nothing is sent
    shelf: new NoShelf(),
    loadVerbs: () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
    now: () => '2026-03-02T10:00:00.000Z' as Instant,
    newMutation: () => '01890000-0000-7000-8000-000000000001',
    report: (error) => reported.push(error),
  });
  const told: Why[] = [];
  const command = store.command({ verb: 'parkItems', input: { items: [] } }, { onRefused: (why) => told.push(why) });
  expect(await command.shown).toMatchObject({ outcome: 'refused' });
  expect(await command.answered).toMatchObject({ outcome: 'refused' });
  expect(told).toEqual([{ kind: 'input', problems: [{ path: '', message: expect.stringContaining('nothing was changed') as string }] }]);
  expect([reported.length, store.state().waiting, store.state().canUndo]).toEqual([1, 0, false]);
});
