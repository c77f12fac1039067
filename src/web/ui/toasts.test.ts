import { expect, test, vi } from 'vitest';
import { Toasts } from './toasts.ts';

test('the newest three stand, the oldest makes room', () => {
  const toasts = new Toasts();
  for (const text of ['one', 'two', 'three', 'four']) toasts.show(text);
  expect(toasts.list().map(({ text }) => text)).toEqual(['two', 'three', 'four']);
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
