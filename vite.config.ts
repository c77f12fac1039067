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
    rolldownOptions: { input: { index: 'src/web/index.html', early: 'src/web/early.ts' } },
    // Strict CSP: no inline script, so no polyfill that the page would have to run inline.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: {
    strictPort: true,
    proxy: Object.fromEntries(['/api', '/files', '/healthz', '/readyz', '/metrics'].map((path) => [path, { target: server, changeOrigin: false }])),
  },
});

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
