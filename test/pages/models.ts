import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npyBytes } from "../../packages/core/src/portable/tensor-file/npy.js";
import { storedZip } from "../stored-zip.js";
import type { PageCase } from "./page-case.js";
import { firstTrial, smallRun } from "./small-run.js";

/** Networks written for other tools. */
export const models: PageCase = {
  page: "docs/models.md",
  prepare: async (cwd) => void (await smallRun(cwd, "quickstart")),
  before: { "actbench evaluate mine.npz --config mine.yaml": writeMine },
  words: (cwd) => {
    const [run = ""] = readdirSync(join(cwd, "results"));
    return { "3fa9": firstTrial(join(cwd, "results", run)).slice(0, 12) };
  },
};

/** What the page's lines of PyTorch write, untrained. */
function writeMine(cwd: string): void {
  const array = (shape: readonly number[]): Uint8Array => {
    const count = shape.reduce((product, size) => product * size, 1);
    return npyBytes({
      shape,
      values: Float32Array.from({ length: count }, (_, i) => ((i * 37) % 101) / 1000 - 0.05),
    });
  };
  const layers = { 0: [128, 784], 2: [64, 128], 4: [10, 64] };
  const members = Object.entries(layers).flatMap(([name, [units = 0, inputs = 0]]) => [
    [`${name}.weight.npy`, array([units, inputs])],
    [`${name}.bias.npy`, array([units])],
  ]);
  writeFileSync(join(cwd, "mine.npz"), storedZip(Object.fromEntries(members)));
}
