import { expect, test } from 'vitest';
import { cookiePrefix } from './session-cookie.ts';

test('servers with secrets of their own have cookies of their own, and nodes that share a secret share them', () => {
  const one = cookiePrefix('a'.repeat(32));
  expect(one).toMatch(/^cutline-[0-9a-f]{8}$/);
  expect(cookiePrefix('b'.repeat(32))).not.toBe(one);
  expect(cookiePrefix('a'.repeat(32))).toBe(one);
});
