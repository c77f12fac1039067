import path from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Set by `npm run dev`, which starts that server. */
const server = process.env['CUTLINE_DEV_SERVER'] ?? 'http://127.0.0.1:4690';

/** The browser's half: `src/web` becomes `dist/web`; the manifest is what `scripts/bundle-size.mjs` reads. */
export default defineConfig({
  root: 'src/web',
  cacheDir: '../../.cache/vite',
  plugins: [react(), tailwindcss(), askEarly()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    rolldownOptions: {
      input: { index: path.resolve('src/web/index.html'), early: path.resolve('src/web/early.ts') },
      output: { codeSplitting: { groups: [{ name: firstScreen() }], includeDependenciesRecursively: false } },
    },
    // Strict CSP: no inline script, so no polyfill that the page would have to run inline.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: {
    strictPort: true,
    proxy: Object.fromEntries(
      ['/api', '/enter', '/healthz', '/readyz', '/metrics', '/published'].map((path) => [path, { target: server, changeOrigin: false }]),
    ),
  },
});

/**
 * All that the program imports at once is one chunk, whichever pages that are fetched later use parts of it too: many small chunks compress
 * worse and are asked for one by one.
 */
function firstScreen() {
  let first: ReadonlySet<string> | null = null;
  return (id: string, modules: { getModuleInfo(id: string): { importedIds: readonly string[] } | null }) => {
    first ??= reachableFrom(path.resolve('src/web/main.tsx'), (module) => modules.getModuleInfo(module)?.importedIds ?? []);
    return first.has(id) && !/\/(main\.tsx|early\.ts)$/.test(id) ? 'first' : null;
  };
}

function reachableFrom(entry: string, importsOf: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set([entry]);
  for (const id of reached) for (const next of importsOf(id)) reached.add(next);
  return reached;
}

/** Puts `early.ts` first in the page, as a script of its own that waits for nothing. */
function askEarly(): Plugin {
  return {
    name: 'ask-early',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const chunk = Object.values(bundle ?? {}).find((output) => output.type === 'chunk' && output.name === 'early');
        return chunk ? [{ tag: 'script', attrs: { type: 'module', async: true, crossorigin: true, src: `/${chunk.fileName}` }, injectTo: 'head-prepend' }] : [];
      },
    },
  };
}
