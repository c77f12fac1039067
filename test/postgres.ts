import type { TestProject } from 'vitest/node';
import { startPostgres, type PostgresServer } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a PostgreSQL server on which databases may be made: `TEST_DATABASE_URL`, else one that was started for this run. */
    readonly postgresUrl: string;
  }
}

/** One server for all projects of a run. Each project loads this file for itself, so what they share hangs on the process. */
interface Shared {
  server?: Promise<PostgresServer>;
  projects: number;
}
const shared = ((globalThis as { cutlinePostgres?: Shared }).cutlinePostgres ??= { projects: 0 });

/** Before the first test that needs a database. It throws when there is none: these tests are never left out. */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) {
    project.provide('postgresUrl', given);
    return;
  }
  shared.projects += 1;
  shared.server ??= startPostgres();
  project.provide('postgresUrl', (await shared.server).url);
}

/** After the last one. */
export async function teardown(): Promise<void> {
  if (!shared.server) return;
  shared.projects -= 1;
  if (shared.projects === 0) await (await shared.server).stop();
}
