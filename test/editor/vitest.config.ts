import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: Vitest wants it so.
export default defineConfig({
  test: { include: ['*.test.ts'], globalSetup: '../support/temporary-folder.ts', testTimeout: 20_000 },
});
