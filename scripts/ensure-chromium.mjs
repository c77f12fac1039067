// Finds Chromium for the browser tests, or installs Debian's. It never gives up in silence.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** How every script, test and bench launches it: as root in a container too, and without asking the network for anything of its own. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a Chromium that is there; throws one sentence when none is and none can be had. */
export function ensureChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, and there is no such file.`);
  }
  return PLACES.find((place) => existsSync(place)) ?? install();
}

function install() {
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) throw new Error('The browser tests need Chromium: install it (Debian: `apt-get install chromium`) or name it in CHROMIUM_PATH.');
  console.log('Installing Chromium for the browser tests …');
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const done = spawnSync('apt-get', words, { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    if (done.status !== 0)
      throw new Error(`The browser tests need Chromium, and \`apt-get ${words.join(' ')}\` failed: ${(done.stderr ?? '').trim().split('\n').at(-1)}`);
  }
  const found = PLACES.find((place) => existsSync(place));
  if (!found) throw new Error('The browser tests need Chromium, and it is not where its package puts it.');
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(ensureChromium());
