import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "packages/*/test/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/*.{slow,exhaustive,chaos,syscalls}.test.ts"],
    setupFiles: ["test/property-seed.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The machines that test have two cores, of which vitest by itself takes one. Tests that wait, for a broker or a process,
    // leave room for a third.
    maxWorkers: 3,
    // A worker keeps what its files import: opening every module anew for each file took a third of the time.
    isolate: false,
  },
});
