import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = path.join(root, '.cache', 'bench-server');
let built: Promise<unknown> | undefined;

/** A server process as users run it: the bundle, on a free port, with data of its own. */
export interface ServerProcess {
  readonly port: number;
  /** From starting the process until it said where it listens. */
  readonly startMs: number;
  /** What it has printed so far. */
  readonly said: () => string;
  stop(): Promise<void>;
}

/** Bundles the server once. */
export async function buildServer(): Promise<void> {
  built ??= build({ configFile: path.join(root, 'vite.server.config.ts'), root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  await built;
}

export async function startBuilt(dataDir: string): Promise<ServerProcess> {
  const start = performance.now();
  const child = spawn(process.execPath, [path.join(folder, 'main.js')], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', CUTLINE_DATA_DIR: dataDir, DATABASE_URL: '', CUTLINE_URL: '', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => void child.on('exit', () => resolve()));
  let said = '';
  const port = await new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the server did not start')), 30_000);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, found] = /Cutline is at http:\/\/127\.0\.0\.1:(\d+)/.exec(said) ?? [];
      if (!found) return;
      clearTimeout(late);
      resolve(Number(found));
    });
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  const startMs = performance.now() - start;
  return {
    port,
    startMs,
    said: () => said,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
