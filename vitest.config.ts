import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/{clients,editor,browser}/**', 'node_modules/**'],
    globalSetup: 'test/support/temporary-folder.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: { include: ['src/core/**', 'src/engine/**'], reporter: ['text-summary', 'json-summary'] },
  },
});
