import { describe, expect, test, vi } from 'vitest';
import { KeyRegistry, type KeyBinding } from './key-registry.ts';

const binding = (keys: string, run = vi.fn(), more: Partial<KeyBinding> = {}): KeyBinding => ({ keys, description: `Do ${keys}`, group: 'List', run, ...more });

function press(key: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent {
  return {
    key,
    code: `Key${key.toUpperCase()}`,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    defaultPrevented: false,
    isComposing: false,
    target: null,
    preventDefault: vi.fn(),
    getModifierState: () => false,
    ...more,
  } as unknown as KeyboardEvent;
}

// Nothing here has a page; a target is null, which is nowhere special.
vi.stubGlobal('HTMLElement', class {});

describe('bindings that are mounted', () => {
  test('run when their key is pressed, and keep the browser from its own', () => {
    const keys = new KeyRegistry();
    const run = vi.fn();
    keys.mount([binding('X', run)]);
    const preventDefault = vi.fn();
    const event = press('x', { preventDefault });
    expect(keys.handle(event, 0)).toBe(true);
    expect(run).toHaveBeenCalledOnce();
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  test('are asked from the newest to the oldest', () => {
    const keys = new KeyRegistry();
    const [older, newer] = [vi.fn(), vi.fn()];
    keys.mount([binding('X', older)]);
    const leave = keys.mount([binding('X', newer)]);
    keys.handle(press('x'), 0);
    leave();
    keys.handle(press('x'), 1);
    expect(newer).toHaveBeenCalledOnce();
    expect(older).toHaveBeenCalledOnce();
  });

  test('are passed over while they do not apply', () => {
    const keys = new KeyRegistry();
    const [always, never] = [vi.fn(), vi.fn()];
    keys.mount([binding('X', always)]);
    keys.mount([binding('X', never, { when: () => false })]);
    keys.handle(press('x'), 0);
    expect(always).toHaveBeenCalledOnce();
    expect(never).not.toHaveBeenCalled();
  });

  test('do nothing while a word is being composed, or where somebody else has answered', () => {
    const keys = new KeyRegistry();
    const run = vi.fn();
    keys.mount([binding('X', run)]);
    keys.handle(press('x', { isComposing: true }), 0);
    keys.handle(press('x', { defaultPrevented: true }), 0);
    expect(run).not.toHaveBeenCalled();
  });

  test('make sequences, which a held Shift does not break', () => {
    const keys = new KeyRegistry();
    const run = vi.fn();
    keys.mount([binding('G B', run)]);
    keys.handle(press('g'), 0);
    keys.handle(press('Shift'), 10);
    keys.handle(press('b'), 20);
    expect(run).toHaveBeenCalledOnce();
  });
});

test('the help lists each key once, with what it means now', () => {
  const keys = new KeyRegistry();
  keys.mount([binding('X'), binding('C')]);
  keys.mount([binding('X', vi.fn(), { description: 'Decline' })]);
  expect(keys.list().map(({ description }) => description)).toEqual(['Do C', 'Decline']);
});
