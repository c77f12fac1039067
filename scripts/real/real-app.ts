import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../src/db/store.ts';
import type { Collections } from '../../src/domain/collections.ts';
import type { ImportRun } from '../../src/domain/import/import-run.ts';
import type { Kept } from '../../src/domain/kernel/draft.ts';
import type { Workspace } from '../../src/domain/kernel/workspace.ts';
import type { Recognition, Unreadable } from '../../src/io/recognise.ts';
import { appOver } from '../../test/cast-app.ts';

/** The app in this process over a store of its own, on which a file is imported as a browser would. */
export interface RealApp {
  product(key: string): Promise<void>;
  /** Everything of the file goes into one product; dates that leave it open are read day first. */
  import(file: string, product: string): Promise<{ run: ImportRun; kept: readonly Kept[]; ms: number }>;
  ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T>;
  look<T>(look: (workspace: Workspace<Collections>) => T): Promise<T>;
}

/** Works on such an app, and leaves nothing of it. */
export async function withRealApp<T>(work: (app: RealApp) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'cutline-real-'));
  const store = await openStore({ dataDir });
  const app = await appOver(store);
  try {
    const admin = { name: 'Real', email: null, account: 'account-real' };
    const { workspace, member } = await store.createWorkspace({ slug: 'real', name: 'Real', isExample: false, admin });
    const { secret } = await app.server.tokens.make({ workspace, member, name: 'real', role: 'admin' });
    const host = await store.host(workspace);
    const call = async <A>(method: 'GET' | 'POST', at: string, payload?: string | Buffer): Promise<A> => {
      const type = typeof payload === 'string' ? 'application/json' : 'application/octet-stream';
      const headers = { authorization: `Bearer ${secret}`, ...(payload === undefined ? {} : { 'content-type': type }) };
      const answer = await app.http.inject({ method, url: `/api/v1/workspaces/real/${at}`, headers, ...(payload === undefined ? {} : { payload }) });
      if (answer.statusCode >= 300) throw new Error(`${method} ${at}: ${answer.statusCode} ${answer.body}`);
      return answer.json<A>();
    };
    const ask: RealApp['ask'] = (method, at, body) => call(method, at, body === undefined ? undefined : JSON.stringify(body));
    return await work({
      ask,
      look: (look) => host.read(look),
      product: async (key) => void (await ask('POST', 'products', { key, name: key })),
      async import(file, product) {
        const start = performance.now();
        const bytes = await readFile(file);
        const brought = await call<{ file: string; recognition: Recognition | Unreadable }>(
          'POST',
          `import-files?name=${encodeURIComponent(path.basename(file))}`,
          bytes,
        );
        if (!brought.recognition.isReadable) throw new Error(`${file} can’t be read`);
        const { mapping: found } = brought.recognition;
        const mapping = {
          ...found,
          dateOrder: found.dateOrder ?? 'dmy',
          projects: found.projects.map((project) => ({ ...project, product: { key: product, name: product } })),
        };
        const { data } = await ask<{ data: { id: string }[] }>('POST', `import-files/${brought.file}/import`, { mapping, product });
        for (;;) {
          const report = await ask<{ import: ImportRun; isRunning: boolean; kept: Kept[] }>('GET', `imports/${data[0]!.id}/report`);
          if (!report.isRunning) return { run: report.import, kept: report.kept, ms: Math.round(performance.now() - start) };
          await pause(10);
        }
      },
    });
  } finally {
    await app.http.close();
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
