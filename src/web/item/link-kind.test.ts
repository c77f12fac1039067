import { expect, test } from 'vitest';
import { LINK_KINDS, linkFor, sideOf } from './link-kind.ts';

test('a link that is made from one side is said so from that side, and the other way round from the other', () => {
  const seen = LINK_KINDS.map((kind) => {
    const link = { id: 'l', ...linkFor(kind, 'me', 'other') };
    expect(sideOf(link, 'me')).toEqual({ kind, other: 'other' });
    return sideOf(link, 'other').kind;
  });
  expect(seen).toEqual(['blocks', 'blocked-by', 'relates', 'duplicated-by', 'duplicates']);
});
