import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere } from "../packages/cli/test/run-here.js";
import { npyBytes } from "../packages/core/src/portable/tensor-file/npy.js";
import { temporaryFolder } from "./actbench.js";
import { storedZip } from "./stored-zip.js";
import { writeSweep } from "./tiny-study.js";

const SWEEP = `version: 1
name: nets
dataset: { name: iris, validation: 24, normalize: standardize }
model: { hidden: [9, 7], normalization: batch }
train: { epochs: 3, batch_size: 12 }
parameters: { activation: [relu, { name: prelu, per: unit }] }
seeds: 1
`;
/** Two inputs, three hidden units: one is dead by its bias, one is inactive nowhere, one has no weights. */
const NET = `version: 1
dataset: { name: xor, train: 64, validation: 0, test: 64 }
model: { hidden: [3], activation: relu }
seeds: 1
`;

const array = (shape: readonly number[], values: readonly number[]): Uint8Array =>
  npyBytes({ shape, values: Float32Array.from(values) });

const net = (change: Readonly<Record<string, Uint8Array>> = {}): Uint8Array =>
  storedZip({
    "0.weight.npy": array([3, 2], [1, 1, 1, -1, 0, 0]),
    "0.bias.npy": array([3], [-100, 5, 0]),
    "2.weight.npy": array([2, 3], [1, 1, 1, -1, -1, -1]),
    "2.bias.npy": array([2], [0, 0]),
    ...change,
  });

/** A .safetensors file whose description names other widths than its tensors have. */
function claiming(sound: Buffer, hidden: readonly number[]): Buffer {
  const end = 8 + Number(sound.readBigUInt64LE());
  const header = JSON.parse(sound.subarray(8, end).toString());
  const spec = JSON.parse(header.__metadata__.spec);
  header.__metadata__.spec = JSON.stringify({ ...spec, model: { ...spec.model, hidden } });
  const text = Buffer.from(JSON.stringify(header));
  const start = Buffer.alloc(8);
  start.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([start, text, sound.subarray(end)]);
}

describe("evaluate", () => {
  it("of what actbench model wrote gives the record's scores and the weights' digest, whatever the format", async () => {
    const cwd = temporaryFolder();
    await runHere(["run", writeSweep(cwd, SWEEP), "--quiet"], cwd);
    for (const trial of ["1", "2"]) {
      for (const file of ["m.npz", "m.safetensors"])
        expect((await runHere(["model", trial, "nets", "-o", file], cwd)).code).toBe(0);
      const { stdout } = await runHere(["evaluate", "m.npz", "m.safetensors", "--json"], cwd);
      const shown = await runHere(["show", trial, "--run", "nets", "--json"], cwd);
      const last = JSON.parse(shown.stdout).record.curve.at(-1);
      const [npz, safetensors] = JSON.parse(stdout);
      expect(npz).toMatchObject({ file: "m.npz", dataset: "iris", hidden: [9, 7] });
      for (const own of [npz, safetensors]) {
        expect([own.digest, own.test, own.validation, own.train]).toEqual([
          last.digest,
          last.test,
          last.validation,
          last.train,
        ]);
        const states = (one: { readonly units: readonly { readonly states: string }[] }) =>
          one.units.map((layer) => layer.states);
        expect(states(own)).toEqual(states(last));
      }
    }
    // A file that claims another network than it holds, or one that no memory holds.
    const claims: readonly (readonly [readonly number[], string])[] = [
      [[6, 4], "layers.0.weight has the shape [9, 4]; layer 1 weights of this network are [6, 4]"],
      [[90_000, 70_000], "describes a network of 6300570000 weights and holds"],
    ];
    for (const [hidden, message] of claims) {
      const sound = readFileSync(join(cwd, "m.safetensors"));
      writeFileSync(join(cwd, "claims.safetensors"), claiming(sound, hidden));
      const { code, stderr } = await runHere(["evaluate", "claims.safetensors"], cwd);
      expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    }
    const beside = await runHere(["evaluate", "m.npz", "--trial", "2", "--run", "nets"], cwd);
    expect(beside.stdout).toMatch(
      /^trial 2 of nets-\w+: prelu\S*.*, 4-9-7-3, on iris\n\n +m\.npz +recorded\n/,
    );
    expect(beside.stdout).toMatch(/digest +(\w{12}) +\1/);
    const compared = await runHere(["compare", "nets", "m.npz", "--trial", "2"], cwd);
    expect([compared.code, compared.stdout]).toEqual([0, beside.stdout]);
    for (const [words, message] of [
      [["nets", "m.npz"], "nets has 2 trials, and weights belong to one network"],
      [["nets", "nets", "m.npz"], "weights are compared with one run, and nets was given too"],
      [["m.npz", "m.safetensors"], "weights are compared with one run, and m.npz was given too"],
      [["nets", "nets", "--trial", "1"], "--trial needs weights"],
      [
        ["nets", "m.npz", "--trial", "2", "--fail-on", "worse"],
        "--fail-on compares runs, and m.npz holds weights",
      ],
    ] as const) {
      const { code, stderr } = await runHere(["compare", ...words], cwd);
      expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    }
    const other = await runHere(["evaluate", "m.npz", "--trial", "1", "--run", "nets"], cwd);
    // Trial 2 has a learned parameter more than trial 1, which is left alone; relu is another network.
    expect(other.stdout).not.toMatch(/test loss +(\S+) +\1/);
  });

  it("of a network that runs a plugin's code asks for the plugin, and runs it", async () => {
    const cwd = temporaryFolder();
    const plugin =
      'export default [{ name: "bent", value: (x) => (x > 0 ? x : 0), slope: (x) => (x > 0 ? 1 : 0), kinks: [0] }];\n';
    writeFileSync(join(cwd, "own.mjs"), plugin);
    const sweep = SWEEP.replace("[relu, { name: prelu, per: unit }]", "[bent]").replace(
      "seeds: 1",
      "seeds: 1\nplugins: [./own.mjs]",
    );
    await runHere(["run", writeSweep(cwd, sweep), "--quiet"], cwd);
    expect((await runHere(["model", "1", "nets", "-o", "m.npz", "--plugin", "./own.mjs"], cwd)).code).toBe(0);
    for (const words of [
      ["evaluate", "m.npz"],
      ["evaluate", "m.npz", "--trial", "1", "--run", "nets"],
      ["compare", "nets", "m.npz"],
    ]) {
      const asked = await runHere(words, cwd);
      expect([asked.code, asked.stderr]).toEqual([
        2,
        expect.stringContaining("give its plugin, unchanged, with --plugin"),
      ]);
      const { code, stdout } = await runHere([...words, "--plugin", "./own.mjs"], cwd);
      expect([code, stdout]).toEqual([0, expect.stringMatching(/layer 1 dead +\d of 9/)]);
    }
  });

  it("counts the dead units of a network from elsewhere", async () => {
    const cwd = temporaryFolder();
    writeSweep(cwd, NET, "net.yaml");
    writeFileSync(join(cwd, "mine.npz"), net());
    const { code, stdout } = await runHere(["evaluate", "mine.npz", "--config", "net.yaml"], cwd);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^point 0 of net\.yaml: relu, 2-3-2, on xor\n/);
    // Inputs lie between -2 and 2: the first unit is never above 0, the third always exactly 0.
    expect(stdout).toMatch(/layer 1 dead +2 of 3, 66\.7 %/);
    expect(stdout).toMatch(/layer 1 inactive +2 of 3, 66\.7 %/);
    expect(stdout).toMatch(/test accuracy +\d+\.\d\d %/);
  });

  it.each<readonly [string, Uint8Array, readonly string[], string]>([
    [
      "NaN",
      net({ "0.bias.npy": array([3], [0, Number.NaN, Number.NaN]) }),
      [],
      "0.bias holds 2 numbers that are not finite, the first (NaN) at [1]",
    ],
    [
      "a wrong shape",
      net({ "0.weight.npy": array([2, 3], [1, 1, 1, 1, 1, 1]) }),
      [],
      "0.weight has the shape [2, 3]",
    ],
    ["a pickle", Uint8Array.of(0x80, 4, 0, 0, 0, 0, 0, 0, 0, 0), [], "is a Python pickle"],
    ["no network named", net(), ["none"], "mine.npz does not describe its network"],
    ["two networks named", net(), ["--trial", "1"], "--config and --trial exclude each other"],
    ["a point that is not there", net(), ["--point", "7"], "net.yaml has no point 7"],
  ])("%s is an error with what to do", async (_, bytes, more, message) => {
    const cwd = temporaryFolder();
    writeSweep(cwd, NET, "net.yaml");
    writeFileSync(join(cwd, "mine.npz"), bytes);
    const named = more[0] === "none" ? [] : ["--config", "net.yaml", ...more];
    const { code, stdout, stderr } = await runHere(["evaluate", "mine.npz", ...named], cwd);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining(message)]);
    expect(stderr.trimEnd().split("\n").length).toBeGreaterThan(1);
  });

  it("a sweep of several points asks which is meant, and a file that lies about its network is refused", async () => {
    const cwd = temporaryFolder();
    writeSweep(cwd, SWEEP, "nets.yaml");
    writeFileSync(join(cwd, "mine.npz"), net());
    const many = await runHere(["evaluate", "mine.npz", "--config", "nets.yaml"], cwd);
    expect([many.code, many.stderr]).toEqual([
      2,
      expect.stringContaining("choose one with --point N, from 0 to 1"),
    ]);
    const text = JSON.stringify({ __metadata__: { spec: '{"engine":4,"model":{"hidden":[1e9]}}' } });
    const start = Buffer.alloc(8);
    start.writeBigUInt64LE(BigInt(text.length));
    writeFileSync(join(cwd, "lying.safetensors"), Buffer.concat([start, Buffer.from(text)]));
    const lying = await runHere(["evaluate", "lying.safetensors"], cwd);
    expect([lying.code, lying.stderr]).toEqual([
      2,
      expect.stringContaining("lying.safetensors describes its network in a way that cannot be read"),
    ]);
  });
});
