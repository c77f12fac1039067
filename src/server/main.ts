import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConfig, WrongSetting } from './config.ts';
import { StoreRefused } from '../db/refused.ts';
import { startServer } from './start.ts';

/** The process: starts from the environment's settings, stops on SIGTERM and SIGINT. What went wrong before it ran is one sentence. */
async function main(): Promise<void> {
  const started = await startServer({ config: readConfig(), webDir: builtWeb(), say: (line) => process.stdout.write(`${line}\n`) });
  let stopping: Promise<void> | null = null;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stopping ??= started.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}

/** `dist/web` beside `dist/server`; null where the sources run as they are and the web is served by somebody else. */
function builtWeb(): string | null {
  const beside = fileURLToPath(new URL('../web/', import.meta.url));
  return existsSync(`${beside}.vite/manifest.json`) ? beside : null;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
}

function sentenceOf(error: unknown): string {
  if (error instanceof WrongSetting || error instanceof StoreRefused) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (code === 'EADDRINUSE') return `Something else listens on ${address} at port ${port}: stop it, or set PORT to another.`;
  if (code === 'EACCES' && port !== undefined) return `Port ${port} is not for everybody: set PORT to one above 1023.`;
  return error.stack ?? error.message;
}
