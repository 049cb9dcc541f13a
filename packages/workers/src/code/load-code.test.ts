import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  activationSpec,
  defineCode,
  findActivation,
  type TrialRecord,
  type TrialSpec,
} from "@actbench/core/internal";
import { expect, it, onTestFinished, vi } from "vitest";
import { randomBytes } from "../../test/random-bytes.js";
import { specOf } from "../../test/spec-of.js";
import { createThreadExecutor, type ThreadExecutor } from "../thread-executor.js";
import { codeHash } from "./code-hash.js";
import type { CodeModule } from "./load-code.js";

const RELU = "value: (x) => Math.max(x, 0), slope: (x) => (x > 0 ? 1 : 0)";

/** A plugin in a separate file. */
function pluginOf(text: string): CodeModule {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "actbench code ")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "plugin.mjs");
  writeFileSync(path, text);
  return { hash: codeHash(path), path };
}

function executorWith(code: readonly CodeModule[]): ThreadExecutor {
  const faults: string[] = [];
  const executor = createThreadExecutor({
    workers: 1,
    datasets: [randomBytes()],
    code,
    onFault: ({ message }) => faults.push(message),
  });
  onTestFinished(async () => {
    await executor.close();
    expect(faults).toEqual([]);
  });
  return executor;
}

function specWith(activation: TrialSpec["model"]["activation"][number]): TrialSpec {
  const base = specOf("random");
  return {
    ...base,
    dataset: { ...base.dataset, hash: "random", train: 200, validation: 50, test: 64, normalize: "unit" },
    model: { ...base.model, hidden: [8, 6], activation: [activation, activation], init: "auto" },
    train: { ...base.train, epochs: 2, batch_size: 16 },
  };
}

const codeSpec = ({ hash }: CodeModule, name = "mine"): TrialSpec =>
  specWith(activationSpec(defineCode({ name, value: (x) => x, slope: () => 1 }, hash)));

function reluSpec(): TrialSpec {
  const relu = findActivation("relu");
  if (relu === undefined) throw new Error("no relu");
  return specWith(activationSpec(relu));
}

const digestOf = (record: unknown) => (record as Extract<TrialRecord, { digest: string }>).digest;

it("a plugin's functions train in a thread, to the bits of the formula they compute", async () => {
  const plugin = pluginOf(`export default [{ name: "other" }, { name: "mine", kinks: [0], ${RELU} }];\n`);
  const executor = executorWith([plugin]);
  const byCode = await executor.run(codeSpec(plugin));
  expect(byCode).toMatchObject({ status: "completed" });
  expect(digestOf(byCode)).toBe(digestOf(await executor.run(reluSpec())));
});

it("output of code in its thread goes to stderr, not into the results of a command", async () => {
  const stdout = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const said = new Promise((resolve) => {
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      resolve(String(text));
      return true;
    });
  });
  onTestFinished(() => void vi.restoreAllMocks());
  const plugin = pluginOf(
    `console.log("printed by code");\nexport default { name: "mine", kinks: [0], ${RELU} };\n`,
  );
  await executorWith([plugin]).run(codeSpec(plugin));
  expect([await said, stdout.mock.calls]).toEqual(["printed by code\n", []]);
});

it("what code leaves behind ends with its thread", async () => {
  const dirty = pluginOf(
    `if (globalThis.left) throw new Error("someone was here");
globalThis.left = true;
Math.max = () => 7;
Math.sqrt = () => 7;
Object.prototype.min = 3;
export default { name: "mine", value: (x) => (x > 0 ? x : 0), slope: (x) => (x > 0 ? 1 : 0) };\n`,
  );
  const executor = executorWith([dirty]);
  const before = digestOf(await executor.run(reluSpec()));
  // It spoils its own trial; the second one meets a thread as clean as the first did.
  const spoilt = await executor.run(codeSpec(dirty));
  expect(JSON.stringify(spoilt)).not.toContain("someone was here");
  expect(await executor.run(codeSpec(dirty))).toEqual(spoilt);
  expect(digestOf(await executor.run(reluSpec()))).toBe(before);
});

it("code that throws fails its own trial", async () => {
  const plugin = pluginOf(
    'export default { name: "mine", value: () => { throw new RangeError("no luck"); }, slope: () => 1 };\n',
  );
  const executor = executorWith([plugin]);
  expect(await executor.run(codeSpec(plugin))).toMatchObject({
    status: "failed",
    error: { message: expect.stringContaining("no luck") },
  });
  expect(await executor.run(reluSpec())).toMatchObject({ status: "completed" });
});

it("code that never ends is timed out", async () => {
  const plugin = pluginOf('export default { name: "mine", value: () => { for (;;); }, slope: () => 1 };\n');
  const executor = executorWith([plugin]);
  const record = await executor.run(codeSpec(plugin), { timeout_s: 0.2 });
  expect(record).toMatchObject({ status: "timed_out" });
  expect(await executor.run(reluSpec())).toMatchObject({ status: "completed" });
});

it("code that changed after the plan is not run", async () => {
  const plugin = pluginOf(`export default { name: "mine", ${RELU} };\n`);
  const executor = executorWith([plugin]);
  writeFileSync(plugin.path, `export default { name: "mine", ${RELU} }; // better\n`);
  expect(await executor.run(codeSpec(plugin))).toMatchObject({
    status: "failed",
    error: {
      code: "code_changed",
      message: expect.stringMatching(/mine was changed after the trial was planned/),
    },
  });
});

it("code that the executor was not given fails its trial by name", async () => {
  const executor = executorWith([]);
  expect(await executor.run(codeSpec({ hash: "b".repeat(64), path: "" }))).toMatchObject({
    status: "failed",
    error: { code: "code_missing", message: expect.stringContaining("the activation mine is code") },
  });
});
