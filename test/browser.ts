import type { TestProject } from 'vitest/node';
import { prepare } from '../scripts/prepare.mjs';
import { ensureChromium } from '../scripts/ensure-chromium.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The path of the Chromium that the browser tests drive. */
    readonly chromiumPath: string;
  }
}

/** Before the first browser test: Chromium and a build of the sources as they are. It throws when there is none: these tests are never left out. */
export function setup(project: TestProject): void {
  prepare();
  project.provide('chromiumPath', ensureChromium());
}
