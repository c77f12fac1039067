// `npm run picture`: makes docs/backlog.png, the picture in the README, from the example in a browser. The server must have been built.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, ensureChromium } from './ensure-chromium.mjs';
import { root } from './prepare.mjs';

const data = mkdtempSync(path.join(tmpdir(), 'cutline-picture-'));
const server = spawn(process.execPath, [path.join(root, 'dist', 'server', 'main.js')], {
  env: { ...process.env, PORT: '0', HOST: '127.0.0.1', CUTLINE_DATA_DIR: data, DATABASE_URL: '', CUTLINE_URL: '' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const link = await firstLink();
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', colorScheme: 'light' });
  await page.goto(link);
  await page.getByRole('button', { name: /Look round the example/ }).click();
  await page.getByRole('button', { name: 'Hide', exact: true }).click();
  await page.getByText('Warn before the weather turns').first().click();
  await page.getByRole('heading', { name: /Acceptance criteria/ }).waitFor();
  await page.mouse.move(700, 880);
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(root, 'docs', 'backlog.png') });
  await browser.close();
} finally {
  server.kill('SIGTERM');
  server.on('exit', () => rmSync(data, { recursive: true, force: true }));
}

/** The link that the first start prints. */
function firstLink() {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const found = /http:\/\/\S+\/enter\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    server.on('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
  });
}
