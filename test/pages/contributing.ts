import type { PageCase } from "./page-case.js";

const CALLS_THIS =
  "it installs, or calls this test; .ci/run or package.json has it, which docs.test.ts asserts";

/** What a contributor calls is what CI calls. */
export const contributing: PageCase = {
  page: "CONTRIBUTING.md",
  listed: {
    "npx --yes pnpm@12.21.0 install": CALLS_THIS,
    "npx --yes pnpm@12.21.0 test": CALLS_THIS,
    "npx --yes pnpm@12.21.0 check": CALLS_THIS,
    "npx --yes pnpm@12.21.0 format": "it writes into the repository; package.json has it",
  },
};
