import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Set by `npm run dev`, which starts that server. */
const server = process.env['CUTLINE_DEV_SERVER'] ?? 'http://127.0.0.1:4690';

/** The browser's half: `src/web` becomes `dist/web`; the manifest is what `scripts/bundle-size.mjs` reads. */
export default defineConfig({
  root: 'src/web',
  cacheDir: '../../.cache/vite',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
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
