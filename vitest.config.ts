import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const beside = (suffix: string) => [`src/**/*.${suffix}.ts`, `src/**/*.${suffix}.tsx`, `test/**/*.${suffix}.ts`];

/** A test's name says what it needs: `.test` nothing, `.db.test` both databases, `.http.test` the real app, `test/e2e` Chromium. */
export default defineConfig({
  plugins: [react()],
  cacheDir: '.cache/vitest',
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
          exclude: ['**/*.db.test.ts', '**/*.http.test.ts'],
          // Properties are asked many times: on a busy machine that takes a while, and a test must never fail for being slow.
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: { name: 'checks', include: ['test/architecture/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        extends: true,
        test: { name: 'db', include: beside('db.test'), globalSetup: ['test/postgres.ts'], testTimeout: 120_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: { name: 'http', include: beside('http.test'), globalSetup: ['test/postgres.ts'], testTimeout: 120_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.spec.ts'],
          globalSetup: ['test/browser.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // How soon something is on the screen is measured by the benchmarks: on a busy machine a test must never fail for being slow.
          expect: { poll: { timeout: 30_000 } },
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
