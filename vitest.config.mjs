import { defineConfig } from 'vitest/config';

/** These run the bundles, as processes or in a worker's scope. */
const doors = ['test/cli/**/*.test.ts', 'test/lsp/stdio.test.ts', 'test/lsp/worker-bundle.test.ts', 'test/library/disk-source-files.test.ts'];

export default defineConfig({
  test: {
    pool: 'threads',
    isolate: false,
    testTimeout: 20_000,
    projects: [
      // What is under test/vscode runs inside VS Code, under mocha.
      { extends: true, test: { name: 'sources', include: ['test/**/*.test.ts'], exclude: ['test/vscode/**', ...doors] } },
      { extends: true, test: { name: 'bundles', include: doors, globalSetup: 'test/support/global-setup.ts' } },
    ],
  },
});
