import { expect, test } from 'vitest';
import { forgetAllUnsaved, forgetUnsaved, keepUnsaved, readUnsaved } from './unsaved-text.ts';

/** A storage as browsers have one. */
function storage(kept: Record<string, string> = {}): Storage {
  const map = new Map(Object.entries(kept));
  return {
    get length() {
      return map.size;
    },
    key: (at) => [...map.keys()][at] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    clear: () => map.clear(),
  };
}

test('an unsaved text comes back with the version that it was started from, item by item', () => {
  const browser = storage();
  keepUnsaved('a', { base: 'v1', text: '# Mine\n' }, browser);
  keepUnsaved('b', { base: null, text: 'other' }, browser);
  expect([readUnsaved('a', browser), readUnsaved('b', browser), readUnsaved('c', browser)]).toEqual([
    { base: 'v1', text: '# Mine\n' },
    { base: null, text: 'other' },
    null,
  ]);
  forgetUnsaved('a', browser);
  expect([readUnsaved('a', browser), readUnsaved('b', browser)?.text]).toEqual([null, 'other']);
});

test('the end of a session leaves no text, and everything else', () => {
  const browser = storage({ 'cutline.theme': 'dark' });
  keepUnsaved('a', { base: null, text: 'secret' }, browser);
  keepUnsaved('b', { base: null, text: 'secret' }, browser);
  forgetAllUnsaved(browser);
  expect([browser.length, browser.getItem('cutline.theme')]).toEqual([1, 'dark']);
});

test('a browser that keeps nothing is no error', () => {
  const refuse = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  expect(() => keepUnsaved('a', { base: null, text: 'x' }, { setItem: refuse })).not.toThrow();
  expect(readUnsaved('a', { getItem: refuse })).toBeNull();
});

test('what is broken or of another kind is no text', () => {
  expect(['{', '7', '{"text":7}', 'null'].map((kept) => readUnsaved('a', storage({ 'cutline.unsaved.a': kept })))).toEqual([null, null, null, null]);
});
