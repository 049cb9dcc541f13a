import { createRequire } from "node:module";
import { dirname } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENGINE, type Numerics, type TrialSpec } from "../packages/core/src/internal.js";
import { generatedData } from "../packages/core/test/generated-data.js";
import { type Golden, readGoldens } from "../packages/core/test/golden-files.js";
import { enableRelaxedSimd } from "../packages/workers/src/relaxed-simd.js";
import { ROOT } from "./actbench.js";
import { browserOrSkip } from "./browser.js";
import { type StaticServer, serveModules } from "./static-server.js";

const executable = browserOrSkip();
const fuses = enableRelaxedSimd();
const profiles: readonly Numerics[] = fuses ? ["fma", "strict"] : ["strict"];
const core = createRequire(`${ROOT}packages/core/package.json`);
const NOBLE = dirname(core.resolve("@noble/hashes/sha2.js"));

/**
 * The page that loads what Node loads: the built modules of core, and its one dependency. Tasks come as text.
 */
const PAGE = `<!doctype html><meta charset="utf-8"><script type="importmap">
{ "imports": { "@noble/hashes/": "/noble/" } }
</script><script type="module">
import { fmaAvailable, runTrial } from "/core/index.js";
window.fuses = fmaAvailable();
window.train = (text) => {
  const { spec, data, features, labels } = JSON.parse(text);
  const buffers = { features: Uint8Array.from(features).buffer, labels: Uint8Array.from(labels).buffer };
  const record = runTrial(spec, { ...data, ...buffers }, { now: () => 0 });
  return { digest: record.digest, loss: record.curve.at(-1).test.loss };
};
</script>`;

interface Task {
  readonly spec: TrialSpec;
  /** The dataset, its buffers as lists of bytes. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly features: readonly number[];
  readonly labels: readonly number[];
}

function taskOf({ data, spec }: Golden, numerics: Numerics): Task {
  const { features, labels, ...shape } = generatedData(data);
  const bytes = (buffer: ArrayBufferLike): readonly number[] => [...new Uint8Array(buffer)];
  return {
    spec: { ...spec, engine: ENGINE, numerics },
    data: shape,
    features: bytes(features),
    labels: bytes(labels),
  };
}

describe.skipIf(executable === undefined)("in a headless browser", () => {
  let browser: Browser;
  let server: StaticServer;
  let page: Page;
  beforeAll(async () => {
    server = await serveModules({ core: `${ROOT}packages/core/dist`, noble: NOBLE }, PAGE);
    browser = await chromium.launch({ executablePath: executable ?? "", args: ["--no-sandbox"] });
    page = await browser.newPage();
    await page.goto(server.origin);
    await page.waitForFunction("window.train !== undefined");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("fuses where Node does", async () => {
    expect(await page.evaluate("window.fuses")).toBe(fuses);
  });

  it.each(
    [...readGoldens()].flatMap(([name, golden]) => profiles.map((numerics) => ({ name, golden, numerics }))),
  )("$name, $numerics profile: the same bits as committed", async ({ golden, numerics }) => {
    const text = JSON.stringify(JSON.stringify(taskOf(golden, numerics)));
    expect(await page.evaluate(`window.train(${text})`)).toEqual(golden.engines[ENGINE]?.[numerics]);
  });
});
