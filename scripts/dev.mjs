// `npm run dev`: the web at http://127.0.0.1:4680 with modules replaced as they change, its calls passed to a server on 4690 that is built
// and started again as its sources change.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build, createServer } from 'vite';
import { root } from './prepare.mjs';

const WEB_PORT = Number(process.env.PORT ?? 4680);
const SERVER_PORT = WEB_PORT + 10;

process.chdir(root);
process.env.CUTLINE_DEV_SERVER = `http://127.0.0.1:${SERVER_PORT}`;
rmSync(path.join(root, 'dist', '.fingerprint'), { force: true }); // what is built here is not what `npm start` would build

let server;
let stopping = false;

function startServer() {
  server = spawn(process.execPath, ['--enable-source-maps', path.join('dist', 'server', 'main.js')], {
    stdio: 'inherit',
    env: { ...process.env, PORT: String(SERVER_PORT), CUTLINE_URL: `http://127.0.0.1:${WEB_PORT}` },
  });
}

/** The old server gives its port and database back before the new one takes them. */
function restartServer() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return startServer();
  server.removeAllListeners('exit').once('exit', () => stopping || startServer());
  server.kill('SIGTERM');
}

const watcher = await build({ configFile: 'vite.server.config.ts', logLevel: 'warn', build: { watch: {} } });
watcher.on('event', (event) => {
  if (event.code === 'BUNDLE_END') restartServer();
  if (event.code === 'ERROR') console.error(event.error.message);
});

const web = await createServer({ configFile: 'vite.config.ts', server: { host: '127.0.0.1', port: WEB_PORT } });
await web.listen();
web.printUrls();

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopping = true;
    server?.kill('SIGTERM');
    void Promise.all([watcher.close(), web.close()]).then(() => process.exit(0));
  });
}
