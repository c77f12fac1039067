/** A room is a folder of `src`, or `seeds`. What it may import is written here and, for the editor and the linter, in `.oxlintrc.json`; a test holds both together. */
export interface Room {
  /** Other rooms that it may import from. */
  readonly knows: readonly string[];
  /** Packages that it may import: only these, or all but these. */
  readonly packages: { readonly only: readonly string[] } | { readonly allBut: readonly string[] };
}

/** What runs on the server only. */
const SERVER_ONLY = ['@fastify/compress', '@fastify/static', 'better-auth', 'better-sqlite3', 'fastify', 'kysely', 'node:fs', 'pg', 'pino', 'prom-client'];

export const ROOMS: Readonly<Record<string, Room>> = {
  domain: { knows: [], packages: { only: ['zod', 'fractional-indexing'] } },
  io: { knows: ['domain'], packages: { only: ['zod'] } },
  db: { knows: ['domain', 'io'], packages: { allBut: [] } },
  seeds: { knows: ['domain', 'io'], packages: { allBut: [] } },
  server: { knows: ['domain', 'io', 'db', 'seeds'], packages: { allBut: [] } },
  cli: { knows: ['domain', 'io', 'db', 'seeds', 'server'], packages: { allBut: [] } },
  web: { knows: ['domain', 'io'], packages: { allBut: SERVER_ONLY } },
};

/** Where a room lies. */
export const folderOf = (room: string): string => (room === 'seeds' ? 'seeds' : `src/${room}`);
