import { expect, test } from 'vitest';
import { isSeveralLines, itemsOfText } from './paste-lines.ts';

const titles = (text: string) => itemsOfText(text).items.map(({ title }) => title);

test('every line that says something is an item, in the order of the text', () => {
  expect(titles('First\n\n  \r\nSecond\rThird\u2028Fourth\n')).toEqual(['First', 'Second', 'Third', 'Fourth']);
});

test('bullets, numbers, headings and boxes in front of a line are dropped', () => {
  const lines = ['- one', '* two', '  • three', '4. four', '(5) five', '6) six', '- [ ] seven', '- [x] eight', '## nine', '☐ ten', 'a) eleven', '[] twelve'];
  expect(titles(lines.join('\n'))).toEqual(['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']);
});

test('what only looks like a marker stays part of the title', () => {
  const lines = ['-5 °C is shown as 5', '3.5 GB is too much', '2027 roadmap', '*bold* words', '#142 comes back', '[beta] Offline maps'];
  expect(titles(lines.join('\n'))).toEqual(lines);
});

test('a word for a type in front of the title sets the type', () => {
  expect(itemsOfText('bug: Crash on start\n- Epic : Safer days out\nTask：Write the note\nOther: no type').items).toEqual([
    { title: 'Crash on start', type: 'bug' },
    { title: 'Safer days out', type: 'epic' },
    { title: 'Write the note', type: 'task' },
    { title: 'Other: no type' },
  ]);
});

test('a line of markers or dashes alone, or of a type alone, is no item', () => {
  expect(titles('- \n1. \nbug:\n- [ ]\n---\n🚀')).toEqual(['🚀']);
});

test('control characters and cells of a table become one space, other scripts stay as they are', () => {
  expect(titles('a\tb\u0000c\n  خريطة   بلا اتصال \n山小屋の予約')).toEqual(['a b c', 'خريطة بلا اتصال', '山小屋の予約']);
});

test('a line longer than a title may be is cut and counted', () => {
  const { items, cut } = itemsOfText(`${'x'.repeat(600)}\nshort`);
  expect([items[0]!.title.length, items[0]!.title.at(-1), cut]).toEqual([500, '…', 1]);
  expect(itemsOfText(`${'x'.repeat(498)}😀😀`).items[0]!.title).toMatch(/x…$/);
});

test('one line is no list', () => {
  expect([isSeveralLines('one\n'), isSeveralLines('one\ntwo')]).toEqual([false, true]);
});
