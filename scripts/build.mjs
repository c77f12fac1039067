// `npm run build`: the browser's half to dist/web, the server and the command line to dist/server.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { keepLastBuild } from './keep-last-build.mjs';
import { rememberBuild, root } from './prepare.mjs';

const ENTRIES = ['src/server/main.ts', 'src/cli/main.ts', 'src/web/index.html'];
const quiet = process.argv.includes('--quiet');

for (const entry of ENTRIES) {
  if (existsSync(path.join(root, entry))) continue;
  console.error(`There is nothing to build: ${entry} is missing.`);
  process.exit(1);
}

process.chdir(root);
process.env.NODE_ENV = 'production'; // also when a test asks for the build: React comes in two, and vite follows this
for (const [folder, configFile] of [
  ['dist/server', 'vite.server.config.ts'],
  ['dist/web', 'vite.config.ts'],
]) {
  const { output } = await build({ configFile, logLevel: quiet ? 'warn' : 'info', build: { emptyOutDir: false } });
  keepLastBuild(
    folder,
    output.map(({ fileName }) => fileName),
  );
}
rememberBuild();
