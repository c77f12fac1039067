import { expect, test, vi } from 'vitest';
import { Toasts } from './toasts.ts';

test('the newest three stand, the oldest makes room', () => {
  const toasts = new Toasts();
  for (const text of ['one', 'two', 'three', 'four']) toasts.show(text);
  expect(toasts.list().map(({ text }) => text)).toEqual(['two', 'three', 'four']);
});

test('of one kind only the newest stands, and what was said of the older is still known', () => {
  const toasts = new Toasts();
  toasts.show('Parked TRL-9', { kind: 'parkItems' });
  toasts.show('TRL-1: 8 points', { kind: 'updateItems', of: 'a' });
  toasts.show('TRL-2: 5 points', { kind: 'updateItems', of: 'b' });
  expect(toasts.list().map(({ text }) => text)).toEqual(['Parked TRL-9', 'TRL-2: 5 points']);
  toasts.undone(['a'], () => {});
  expect(toasts.list().map(({ text }) => text)).toContain('Undone: TRL-1: 8 points');
  for (let times = 0; times < 3; times++) toasts.show('It is the last row already');
  expect(toasts.list().filter(({ text }) => text === 'It is the last row already')).toHaveLength(1);
});

test('undo is an action with its word', () => {
  const toasts = new Toasts();
  const undo = vi.fn();
  toasts.show('Moved to the top', { undo });
  toasts.list()[0]?.action?.run();
  expect(toasts.list()[0]?.action?.label).toBe('Undo');
  expect(undo).toHaveBeenCalledOnce();
});

test('those who watch hear of every change, until they leave', () => {
  const toasts = new Toasts();
  const watcher = vi.fn();
  const leave = toasts.subscribe(watcher);
  toasts.dismiss(toasts.show('Saved'));
  leave();
  toasts.show('Saved again');
  expect(watcher).toHaveBeenCalledTimes(2);
});

test('what was taken back is no longer offered for undoing, and is said with the way forward again', () => {
  const toasts = new Toasts();
  const redo = vi.fn();
  toasts.show('Parked 30 items', { undo: vi.fn(), of: 'a' });
  toasts.show('TRL-1: 8 points', { undo: vi.fn(), of: 'b' });
  toasts.undone(['b'], redo);
  expect(toasts.list().map(({ text, action }) => [text, action?.label])).toEqual([
    ['Parked 30 items', 'Undo'],
    ['Undone: TRL-1: 8 points', 'Redo'],
  ]);
  toasts.list()[1]?.action?.run();
  expect(redo).toHaveBeenCalledOnce();
  toasts.undone([], redo);
  expect(toasts.list()).toHaveLength(2);
});

test('only the last thing taken back is said, until it is done again', () => {
  const toasts = new Toasts();
  toasts.undone(['b'], () => {});
  toasts.show('TRL-1: 8 points', { of: 'a' });
  toasts.undone(['a'], () => {});
  expect(toasts.list().map(({ text }) => text)).toEqual(['Undone: TRL-1: 8 points']);
  toasts.redone();
  expect(toasts.list()).toEqual([]);
});

test('a deed that nothing was said of is undone with one word', () => {
  const toasts = new Toasts();
  toasts.undone(['silent'], () => {});
  expect(toasts.list().map(({ text }) => text)).toEqual(['Undone']);
});
