import { expect, test } from 'vitest';
import { foldName, longTextSchema, optionalTextSchema, textSchema } from './text.ts';

test('a line is any language, emoji and bidirectional text, exactly as written but for white space around it', () => {
  for (const text of ['地図', 'שלום \u202Eabc', '🏔️👩‍👩‍👧', 'e\u0301', '=HYPERLINK("x")']) expect(textSchema(100).parse(`  ${text}\t`)).toBe(text);
});

test('refused are control characters, lone surrogates, empty and too long ones', () => {
  for (const text of ['', '   ', 'a\u0000b', 'a\nb', '\ud800', 'x\udc00y', 'a'.repeat(101)])
    expect(textSchema(100).safeParse(text).success, JSON.stringify(text)).toBe(false);
  expect(optionalTextSchema(100).parse('  ')).toBe('');
});

test('a long text keeps its lines, tabs and spaces', () => {
  expect(longTextSchema().parse('    code\r\n\tmore\n')).toBe('    code\r\n\tmore\n');
  for (const text of ['a\u0000', '\u001b[31m', '\udfff', 'a'.repeat(200_001)]) expect(longTextSchema().safeParse(text).success).toBe(false);
});

test('names are the same whatever their case and how they are encoded', () => {
  expect(foldName(' Ｃafe\u0301 ')).toBe(foldName('CAFÉ'));
});
