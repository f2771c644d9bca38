import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, chromiumPath } from '../lib/cli/browsers.ts';

// Three projects: `unit` runs in Node; `browser` runs DOM and geometry cases in a real Chromium; `e2e` drives the built
// extension in Chromium and in Firefox.
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    // Some cases start a process of their own, on machines that do other things as well.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/*.test.ts'] } },
      {
        extends: true,
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: chromiumPath() ?? 'chromium',
                args: CHROMIUM_FLAGS,
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/*.test.ts'],
          globalSetup: 'test/e2e/harness/build.ts',
          // One browser at a time: they share the machine's screen, focus and cores.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
