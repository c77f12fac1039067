import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import config from '../../vite.config.ts';
import { root } from './imports.ts';

const SERVER = path.join(root, 'src/server');

test('in development the web passes on to the server every address that the server answers', () => {
  const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const answered = files.flatMap((file) => Array.from(readFileSync(path.join(SERVER, file), 'utf8').matchAll(/\.get\('(\/[a-z]+)/g), ([, first]) => first!));
  expect(new Set(Object.keys(config.server?.proxy ?? {}))).toEqual(new Set(answered));
});
