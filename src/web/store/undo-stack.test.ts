import { expect, test } from 'vitest';
import { UndoStack } from './undo-stack.ts';

test('deeds are taken back newest first, an act as one, and can be done again', () => {
  const stack = new UndoStack();
  stack.did('a', null);
  stack.did('b1', 'act');
  stack.did('b2', 'act');
  expect(stack.takeUndo()).toEqual(['b1', 'b2']);
  stack.undid(['u2', 'u1']);
  expect([stack.canUndo, stack.canRedo]).toEqual([true, true]);
  expect(stack.takeRedo()).toEqual(['u2', 'u1']);
  stack.redid(['r1', 'r2']);
  expect(stack.takeUndo()).toEqual(['r1', 'r2']);
  expect(stack.takeUndo()).toEqual(['a']);
  expect([stack.takeUndo(), stack.canUndo]).toEqual([undefined, false]);
});

test('something new can be done: what was undone before it can not be done again', () => {
  const stack = new UndoStack();
  stack.did('a', null);
  stack.undid(['u']);
  stack.did('b', null);
  expect(stack.canRedo).toBe(false);
});

test('what came to nothing is forgotten, and a deed is found by any of its mutations', () => {
  const stack = new UndoStack();
  stack.did('a', null);
  stack.did('b1', 'act');
  stack.did('b2', 'act');
  stack.forget('b1');
  stack.forget('a');
  expect(stack.takeDeedOf('b2')).toEqual(['b2']);
  expect(stack.canUndo).toBe(false);
});
