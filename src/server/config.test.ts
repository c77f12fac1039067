import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig, SETTINGS, WrongSetting } from './config.ts';

test('without any setting the server runs on loopback, with the embedded database in ./data', () => {
  expect(readConfig({})).toMatchObject({ port: 4680, host: '127.0.0.1', databaseUrl: undefined, trustProxy: false, logLevel: 'info' });
  expect(readConfig({}).dataDir).toMatch(/\/data$/);
});

test('an empty variable counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}));
});

test.each([
  ['PORT', '65536'],
  ['PORT', 'http'],
  ['HOST', 'no such host'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['CUTLINE_URL', 'ftp://example.org'],
  ['CUTLINE_URL', 'https://example.org/below'],
  ['CUTLINE_SECRET', 'short'],
  ['TRUST_PROXY', 'true'],
  ['TRUST_PROXY', '1'],
  ['TRUST_PROXY', '10.0.0.0/8,everybody'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s stops the start with a sentence that names it', (name, value) => {
  const read = () => readConfig({ [name]: value });
  expect(read).toThrow(WrongSetting);
  expect(read).toThrow(new RegExp(`^${name}.*can't be used: .*\\.$`));
});

test('a wrong secret or database address is not repeated in the sentence', () => {
  expect(() => readConfig({ CUTLINE_SECRET: 'tiny-secret' })).not.toThrow(/tiny-secret/);
  expect(() => readConfig({ DATABASE_URL: 'mysql://me:hidden@localhost' })).not.toThrow(/hidden/);
});

test('proxies are a list of networks, never a number of hops', () => {
  expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1,loopback' }).trustProxy).toEqual(['10.0.0.0/8', '::1', 'loopback']);
});

test('docs/configuration.md lists exactly these settings, with the same defaults and meanings', () => {
  const text = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
  const [server = ''] = text.split('## For development and tests');
  const rows = server.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows).toEqual(Object.entries(SETTINGS).map(([name, setting]) => `| \`${name}\` | ${setting.default} | ${setting.meaning} |`));
});
