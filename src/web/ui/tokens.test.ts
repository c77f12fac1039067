import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrastRatio, parseOklch } from './contrast.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const themes = ['light', 'dark'] as const;

const grounds = ['ground', 'surface', 'sunken', 'hover', 'accent-soft', 'line-soft', 'float', 'float-hover'];
const marks = ['triage', 'backlog', 'ready', 'progress', 'review', 'done', 'declined', 'bug', 'line', 'accent', 'control-edge'];

/** Text on what it stands on: at least 4.5 to 1. */
const textPairs: [string, string][] = [
  ...cross(['ink', 'ink-2', 'ink-3'], grounds),
  ...cross(['chart-1', 'chart-2', 'chart-3', 'chart-4'], ['surface']),
  ...cross(['accent'], ['ground', 'surface', 'sunken', 'hover', 'accent-soft', 'float', 'float-hover']),
  ...cross(['line-ink'], ['ground', 'surface', 'sunken', 'hover', 'accent-soft', 'line-soft', 'float']),
  ...cross(['wrong'], ['ground', 'surface', 'sunken', 'hover', 'accent-soft', 'wrong-soft', 'float', 'float-hover']),
  ...cross(['ink', 'ink-2'], ['wrong-soft']),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-line', 'line-fill'],
  ['on-inverse', 'inverse'],
  ['on-inverse-2', 'inverse'],
  ['inverse-accent', 'inverse'],
];

/** Marks, control edges and the focus ring on what they stand on: at least 3 to 1. */
const markPairs: [string, string][] = [
  ...cross(marks, ['ground', 'surface', 'sunken', 'hover', 'accent-soft', 'line-soft', 'float', 'float-hover']),
  ['surface', 'done'],
  ['wrong', 'wrong-soft'],
  ['inverse-accent', 'inverse'],
];

describe.each(themes)('tokens in the %s theme', (theme) => {
  test.each(textPairs)('%s is readable as text on %s', (text, ground) => {
    expect(contrastRatio(token(text, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(markPairs)('%s stands out as a mark on %s', (mark, ground) => {
    expect(contrastRatio(token(mark, theme), token(ground, theme))).toBeGreaterThanOrEqual(3);
  });

  test.each(['surface', 'hover', 'float'])('a tag dot of any hue stands out on %s', (ground) => {
    for (let hue = 0; hue < 360; hue += 1) expect(contrastRatio(token('tag', theme, hue), token(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

test('initials are readable on a person colour of any hue', () => {
  for (let hue = 0; hue < 360; hue += 1) expect(contrastRatio(token('on-person', 'light'), token('person', 'light', hue))).toBeGreaterThanOrEqual(4.5);
});

test('the formula gives the known extremes', () => {
  expect(contrastRatio(parseOklch('oklch(100% 0 0)'), parseOklch('oklch(0% 0 0)'))).toBeCloseTo(21, 1);
  expect(contrastRatio(parseOklch('oklch(50% 0 0)'), parseOklch('oklch(50% 0 0)'))).toBe(1);
});

function cross(first: string[], second: string[]): [string, string][] {
  return first.flatMap((one) => second.map((other): [string, string] => [one, other]));
}

function token(name: string, theme: (typeof themes)[number], hue = 265) {
  const value = new RegExp(`^\\s*--${name}:\\s*(.+);$`, 'm').exec(css)?.[1]?.replaceAll('var(--hue, 265)', String(hue));
  if (value === undefined) throw new Error(`There is no token --${name}`);
  const both = /^light-dark\((oklch\([^)]*\)),\s*(oklch\([^)]*\))\)$/.exec(value);
  return parseOklch((theme === 'light' ? both?.[1] : both?.[2]) ?? value);
}
