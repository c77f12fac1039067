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

// Nothing here has a page; a target is null, which is nowhere special, or one that knows no more of itself than is asked.
for (const name of ['HTMLElement', 'HTMLTextAreaElement', 'HTMLSelectElement']) vi.stubGlobal(name, class {});
vi.stubGlobal('HTMLInputElement', class extends HTMLElement {});

/** Something that has the focus. */
function focusable(tag: string, { tabIndex = 0, isInRow = false } = {}): HTMLElement {
  const closest = (selector: string) => (isInRow && selector === '[data-row]' ? {} : null);
  return Object.assign(new HTMLElement(), { tabIndex, closest, matches: (selector: string) => selector.split(', ').includes(tag), getAttribute: () => null });
}

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

  test('leave Enter and Space to a button or link that has the focus, and the arrow keys to a choice', () => {
    const keys = new KeyRegistry();
    const run = vi.fn();
    keys.mount(['Enter', 'Space', 'ArrowDown', 'S'].map((one) => binding(one, run)));
    const on = (target: HTMLElement, key: string) => keys.handle(press(key, { target }), 0);
    const button = focusable('button');
    expect([on(button, 'Enter'), on(button, ' '), on(button, 'ArrowDown'), on(button, 's')]).toEqual([false, false, true, true]);
    const radio = Object.assign(new HTMLInputElement(), { tabIndex: 0, type: 'radio', closest: () => null });
    expect([on(radio, 'ArrowDown'), on(radio, ' '), on(radio, 's')]).toEqual([false, false, true]);
    const inRow = focusable('button', { tabIndex: -1, isInRow: true });
    expect([on(inRow, 'Enter'), on(focusable('button', { isInRow: true }), 'Enter')]).toEqual([true, false]);
    expect(run).toHaveBeenCalledTimes(4);
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
