import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';

/**
 * Node 20 cannot read TypeScript, so the server and the command line are bundled into `dist/server`; packages stay outside in
 * `node_modules`, but for a few. `main` and `cli` must exist. A file named `*.worker.ts` in `src/server` or `src/db` becomes an entry of its own
 * beside them, under its own name, so that `new Worker(new URL('./search.worker.js', import.meta.url))` finds it: all files lie flat in one folder.
 */
const workers = ['src/server', 'src/db'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.worker.ts'))
    .map((file) => [file.split('/').at(-1)!.replace(/\.ts$/, ''), `${room}/${file}`] as const),
);

export default defineConfig({
  cacheDir: '.cache/vite-server',
  publicDir: false,
  // Hundreds of small modules: in the bundle they load in a fraction of the time.
  ssr: { noExternal: ['kysely', 'zod', 'fractional-indexing'] },
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      input: { main: 'src/server/main.ts', cli: 'src/cli/main.ts', ...Object.fromEntries(workers) },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
    },
  },
});
