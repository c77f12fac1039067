import { describe, expect, test } from 'vitest';
import { advance, ariaKeys, matchesStep, parseKeys, sequenceTimeoutMs, showKeys, type KeyPress } from './keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const matches = (keys: string, event: KeyPress) => matchesStep(parseKeys(keys)[0]!, event);

describe('one step', () => {
  test('a letter matches without modifiers, in either case', () => {
    expect(matches('S', press('s'))).toBe(true);
    expect(matches('S', press('S'))).toBe(true);
    expect(matches('S', press('S', { shiftKey: true }))).toBe(false);
    expect(matches('S', press('s', { ctrlKey: true }))).toBe(false);
  });

  test('Mod is Ctrl or the command key', () => {
    expect(matches('Mod+K', press('k', { ctrlKey: true }))).toBe(true);
    expect(matches('Mod+K', press('k', { metaKey: true }))).toBe(true);
    expect(matches('Mod+K', press('k'))).toBe(false);
  });

  test('all modifiers of a named key must be held', () => {
    expect(matches('Alt+Shift+ArrowUp', press('ArrowUp', { altKey: true, shiftKey: true }))).toBe(true);
    expect(matches('Alt+ArrowUp', press('ArrowUp', { altKey: true, shiftKey: true }))).toBe(false);
  });

  test('a sign is found by its character, whatever writes it', () => {
    expect(matches('?', press('?', { shiftKey: true }))).toBe(true);
    expect(matches(']', press(']', { altKey: true }))).toBe(true);
    expect(matches(']', press(']', { altKey: true, ctrlKey: true, altGraph: true }))).toBe(true);
    expect(matches('/', press('/', { ctrlKey: true }))).toBe(false);
  });

  test('a letter is found by its place where the layout writes another script', () => {
    expect(matches('S', press('ы', { code: 'KeyS' }))).toBe(true);
    expect(matches('Alt+S', press('ß', { code: 'KeyS', altKey: true }))).toBe(true);
  });

  test('the space bar is written Space', () => {
    expect(matches('Space', press(' '))).toBe(true);
  });

  test('text that is no binding is refused', () => {
    expect(() => parseKeys('Hyper+K')).toThrow('Not a key binding');
  });
});

describe('sequences', () => {
  const bindings = ['G B', 'G R', 'B'].map(parseKeys);

  test('G, then B, is one command', () => {
    const first = advance(bindings, null, { press: press('g'), atMs: 0 });
    expect(first.found).toBeNull();
    expect(advance(bindings, first.pending, { press: press('b'), atMs: 500 })).toEqual({ found: 0, pending: null });
  });

  test('after the time is over the second key stands alone', () => {
    const first = advance(bindings, null, { press: press('g'), atMs: 0 });
    expect(advance(bindings, first.pending, { press: press('b'), atMs: sequenceTimeoutMs + 1 }).found).toBe(2);
  });

  test('a key that continues no sequence is taken by itself', () => {
    const both = [...bindings, parseKeys('X')];
    const first = advance(both, null, { press: press('g'), atMs: 0 });
    expect(advance(both, first.pending, { press: press('x'), atMs: 100 }).found).toBe(3);
  });

  test('a key of no binding means nothing', () => {
    expect(advance(bindings, null, { press: press('q'), atMs: 0 })).toEqual({ found: null, pending: null });
  });
});

test('keys are drawn as they are printed on the keyboard in use', () => {
  expect(showKeys('Mod+K', false)).toEqual([['Ctrl', 'K']]);
  expect(showKeys('Mod+K', true)).toEqual([['⌘', 'K']]);
  expect(showKeys('G B', false)).toEqual([['G'], ['B']]);
  expect(showKeys('Alt+Shift+ArrowUp', false)).toEqual([['Alt', 'Shift', '↑']]);
});

test('assistive technology is told single steps only', () => {
  expect(ariaKeys('Mod+K')).toBe('Control+K Meta+K');
  expect(ariaKeys('C')).toBe('C');
  expect(ariaKeys('G B')).toBeUndefined();
});
