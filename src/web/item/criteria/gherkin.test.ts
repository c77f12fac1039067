import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf } from './gherkin.ts';

/** Strong words in asterisks. */
const drawn = (criterion: string) =>
  piecesOf(criterion)
    .map(({ text, isStrong }) => (isStrong ? `*${text}*` : text))
    .join('');

test('given, when and then are strong where they begin a part', () => {
  expect(drawn('Given a saved route, when risk is over 40 %, then one message at 18:00')).toBe(
    '*Given* a saved route, *when* risk is over 40 %, *then* one message at 18:00',
  );
  expect(drawn('When it rains; and it is cold')).toBe('*When* it rains; *and* it is cold');
});

test('the same words are ordinary elsewhere', () => {
  for (const plain of ['Never more than one message, when it rains', 'Works then as now', 'Thence it goes on', '']) expect(drawn(plain)).toBe(plain);
  expect(drawn('Given that it works when offline')).toBe('*Given* that it works when offline');
});

test('nothing of a criterion is lost', () => {
  const words = fc.array(fc.constantFrom('Given', 'when', ',', '; ', ' ', 'a route', 'then', 'And'), { maxLength: 12 });
  const joined = (criterion: string) =>
    piecesOf(criterion)
      .map(({ text }) => text)
      .join('');
  fc.assert(fc.property(words, (parts) => joined(parts.join('')) === parts.join('')));
});
