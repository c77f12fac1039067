import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SETTINGS } from '../../src/server/config.ts';
import { root } from './imports.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)));
const documents = tracked.filter((file) => file.endsWith('.md'));
const manifest = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

/** Every match of a pattern's first group in every document, with the document. */
function inDocuments(pattern: RegExp, files = documents): readonly { readonly file: string; readonly found: string; readonly second: string }[] {
  return files.flatMap((file) => Array.from(read(file).matchAll(pattern), (match) => ({ file, found: match[1] ?? '', second: match[2] ?? '' })));
}

const spoken = ({ file, found }: { file: string; found: string }): string => `${file}: ${found}`;

test('the documents that a project owes are there', () => {
  for (const file of ['README.md', 'CONTRIBUTING.md', 'AGENTS.md', 'CHANGELOG.md', 'SECURITY.md', 'LICENSE', 'docs/architecture.md'])
    expect(tracked).toContain(file);
  expect(documents.filter((file) => file.startsWith('docs/decisions/')).length).toBeGreaterThan(2);
});

test('every link in a document leads to something that exists, and to a heading that it has', () => {
  const links = inDocuments(/\]\(([^)\s]+)\)/g).filter(({ found }) => !/^(https?|mailto):/.test(found));
  expect(links.length).toBeGreaterThan(10);
  const broken = links.filter(({ file, found }) => {
    const [target = '', anchor] = found.split('#');
    const place = target === '' ? file : path.posix.join(path.posix.dirname(file), target);
    if (!existsSync(path.join(root, place))) return true;
    return anchor !== undefined && !headings(place).includes(anchor);
  });
  expect(broken.map(spoken)).toEqual([]);
});

test('a name that links to a source file is written in that file', () => {
  const names = inDocuments(/\[`(\w+)`\]\(([^)\s]+\.(?:ts|tsx|mjs))\)/g);
  expect(names.length).toBeGreaterThan(10);
  const wrong = names.filter(({ file, found, second }) => {
    const place = path.posix.join(path.posix.dirname(file), second);
    return !existsSync(path.join(root, place)) || !new RegExp(`\\b${found}\\b`).test(read(place));
  });
  expect(wrong.map(spoken)).toEqual([]);
});

test('every path and file that a document names exists', () => {
  const paths = inDocuments(/`(\.?\/?(?:src|test|docs|bench|scripts|seeds|\.ci)(?:\/[\w.*<>-]+)*\/?)`/g).filter(({ found }) => !found.includes('<'));
  const files = inDocuments(/`([\w.-]+\.(?:json|ts|tsx|mjs|md))`/g);
  expect(paths.length).toBeGreaterThan(10);
  const missing = [
    ...paths.filter(({ found }) => !isThere(found.replace(/^\.\//, '').replace(/\/$/, ''))),
    ...files.filter(({ found }) => !tracked.some((file) => path.posix.basename(file) === found)),
  ];
  expect(missing.map(spoken)).toEqual([]);
});

test('every npm command that a document names is in package.json', () => {
  const commands = inDocuments(/\bnpm (?:run )?([a-z][\w:-]*)/g);
  expect(commands.length).toBeGreaterThan(10);
  const npmOwn = ['ci', 'install', 'view'];
  const unknown = commands.filter(({ found }) => !(found in manifest.scripts) && !npmOwn.includes(found));
  expect(unknown.map(spoken)).toEqual([]);
});

test('AGENTS.md stays short', () => {
  expect(read('AGENTS.md').trimEnd().split('\n').length).toBeLessThanOrEqual(120);
});

test('every dependency has its line of reason, and no line is left of one that went', () => {
  const lines = inDocuments(/^\| ((?:@[\w.-]+\/)?[\w.-]*\w) \| (\S.*) \|$/gm, ['docs/dependencies.md']).filter(({ found }) => found !== 'package');
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(names.length).toBeGreaterThan(20);
  expect(lines.map(({ found }) => found).toSorted()).toEqual(names.toSorted());
});

test('every setting is documented with its default and meaning, and every documented one is read somewhere', () => {
  const documented = inDocuments(/^\| `([A-Z][A-Z0-9_]*)` \| (.+) \|$/gm, ['docs/configuration.md']);
  const settings = Object.entries(SETTINGS);
  expect(settings.length).toBeGreaterThan(0);
  for (const [name, { default: otherwise, meaning }] of settings) {
    expect(documented.find(({ found }) => found === name)?.second, name).toBe(`${otherwise} | ${meaning}`);
  }
  const code = tracked.filter((file) => /^(src|test|scripts|bench)\/.*\.(ts|tsx|mjs)$/.test(file) && !file.startsWith('test/architecture/')).map(read);
  expect(documented.map(({ found }) => found).filter((name) => !code.some((text) => text.includes(name)))).toEqual([]);
});

test('the environment is read in the typed list of settings only', () => {
  const readers = tracked.filter((file) => /^src\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && /process\.env/.test(read(file)));
  expect(readers).toEqual(['src/server/config.ts']);
});

test('the lock file names no registry host', () => {
  const lock = read('package-lock.json');
  expect(lock.length).toBeGreaterThan(10_000);
  expect(lock).not.toContain('"resolved": "http');
});

test('every package that runs a script when it is installed, on whatever platform, is allowed or forbidden by name', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { hasInstallScript?: boolean }> };
  const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> };
  const running = Object.entries(packages).flatMap(([at, { hasInstallScript }]) => (hasInstallScript ? [at.slice(at.lastIndexOf('node_modules/') + 13)] : []));
  expect(Object.keys(allowScripts).toSorted()).toEqual(running.toSorted());
});

test('no file names a machine: neither a path on it nor a registry', () => {
  // Put together here, so that this file does not find itself.
  const machine = new RegExp([`/${'work'}/`, `/${'root'}/`, `/${'home'}/\\w`, `/${'Users'}/\\w`, `${'registry'}\\.npmjs`].join('|'));
  const texts = tracked.filter((file) => !/\.(png|jpg|ico|woff2|gz|zip|csv)$/.test(file));
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.filter((file) => machine.test(read(file)))).toEqual([]);
});

function headings(file: string): readonly string[] {
  return Array.from(read(file).matchAll(/^#+ (.+)$/gm), (match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

function isThere(place: string): boolean {
  if (!place.includes('*')) return existsSync(path.join(root, place));
  const pattern = new RegExp(`^${place.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
  return tracked.some((file) => pattern.test(file));
}
