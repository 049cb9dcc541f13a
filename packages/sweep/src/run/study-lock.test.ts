import { expect, test } from "vitest";
import { DATA, MACHINE } from "../../test/run-folder.js";
import { formatLock, parseLock } from "./study-lock.js";

test("a lock comes back from YAML as it was, whatever its texts hold", () => {
  const text = 'x: "y" # no\n- z \t\u2028 🦄 <script> \\ \' null ~ 1e5 !!js';
  const lock = parseLock(
    formatLock({
      format: 1,
      name: text,
      hash: "a".repeat(64),
      revision: 1,
      created: text,
      version: text,
      engine: 1,
      numerics: ["fma"],
      study_seed: 0,
      method: "grid",
      metric: { name: text, goal: "maximize" },
      axes: [{ name: "lr", values: [0.1, 1e-300, "1e5", null, true, [1, 2], { a: text }] }],
      seeds: [0],
      budget: { retries: 1 },
      stats: { confidence: 0.95, correction: "holm" },
      claims: [],
      workers: 1,
      machine: MACHINE,
      data: [{ ...DATA, description: text }],
      activations: [],
      base: {},
      sha256: { points: "b".repeat(64), plan: "c".repeat(64) },
      config: `${text}\n${text}`,
    }),
  );
  expect(lock).toMatchObject({
    name: text,
    config: `${text}\n${text}`,
    created: text,
    data: [{ description: text }],
  });
  expect(lock).toMatchObject({ axes: [{ values: [0.1, 1e-300, "1e5", null, true, [1, 2], { a: text }] }] });
});
