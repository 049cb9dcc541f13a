import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { runHere } from "../../test/run-here.js";
import { askPlugin, type PluginLimits } from "./ask-plugin.js";
import { openPlugin } from "./open-plugin.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "actbench plugin threads "));
});
afterAll(() => rmSync(folder, { recursive: true }));

const DEFINITION = 'export default { name: "p", formula: "x" };\n';
let count = 0;

/** A new plugin file, because an imported module is never read again. */
function plugin(text: string) {
  const name = `p${count++}.mjs`;
  writeFileSync(join(folder, name), text);
  return { name, path: join(folder, name) };
}

/** What a plugin is refused with, as one text. */
async function refusal(text: string, limits: PluginLimits): Promise<string> {
  const asked = askPlugin(plugin(text), { ask: "activations" }, limits);
  const { message, hint } = await asked.then(
    () => ({ message: "it is taken", hint: "" }),
    (error: { readonly message: string; readonly hint?: string }) => ({
      hint: "",
      ...error,
      message: error.message,
    }),
  );
  return `${message}\n${hint}`;
}

describe("a plugin that, when it is imported,", () => {
  it.each([
    [
      "calls process.exit(0)",
      `process.exit(0);\n${DEFINITION}`,
      /p\d+\.mjs: it called process\.exit\(0\)[\s\S]*take that out/,
    ],
    [
      "calls process.exit(3) later",
      `setTimeout(() => process.exit(3), 1);\nawait new Promise((resolve) => setTimeout(resolve, 1000));\n${DEFINITION}`,
      /it called process\.exit\(3\)/,
    ],
    [
      "never finishes waiting",
      `await new Promise(() => {});\n${DEFINITION}`,
      /p\d+\.mjs: importing it never ends[\s\S]*take that await out/,
    ],
    [
      "throws after waiting",
      `setTimeout(() => { throw new Error("late"); }, 1);\nawait new Promise((resolve) => setTimeout(resolve, 1000));\n${DEFINITION}`,
      /nothing handled the error late/,
    ],
    [
      "rejects a promise that nobody handles",
      `Promise.reject(new Error("alone"));\nawait new Promise((resolve) => setTimeout(resolve, 1000));\n${DEFINITION}`,
      /nothing handled the error alone/,
    ],
    [
      "fills the memory",
      `const all = [];\nfor (;;) all.push(new Array(1e6).fill(1.5));\n${DEFINITION}`,
      /needs more than 64 MiB of memory/,
    ],
    [
      "gives what is no data",
      'export default { name: "p", formula: "x", summary: () => "" };\n',
      /holds what is neither text, number nor list/,
    ],
  ])("%s", async (_, text, reason) => expect(await refusal(text, { heapMb: 64 })).toMatch(reason));

  it.each([
    [
      "loops",
      `for (;;);\n${DEFINITION}`,
      /p\d+\.mjs: importing it had not ended after 0\.5 s\n.*loops, or waits/,
    ],
    [
      "waits with a socket open",
      `import { createServer } from "node:net";\nconst server = createServer().listen(0, "127.0.0.1");\nawait new Promise((resolve) => server.on("connection", resolve));\n${DEFINITION}`,
      /importing it had not ended after 0\.5 s/,
    ],
    [
      "has a formula that loops",
      'export default { name: "p", formula: () => { for (;;); } };\n',
      /reading its definitions had not ended after 0\.5 s\n.*look for a loop/,
    ],
    [
      "has a value that loops",
      'export default { name: "p", value: () => { for (;;); }, slope: () => 0 };\n',
      /reading its definitions had not ended/,
    ],
  ])("%s", async (_, text, reason) => expect(await refusal(text, { seconds: 0.5 })).toMatch(reason));

  it("leaves a socket open", async () => {
    const open = plugin(
      `import { createServer } from "node:net";\ncreateServer().listen(0, "127.0.0.1");\nsetInterval(() => {}, 1000);\n${DEFINITION}`,
    );
    expect(await openPlugin(open)).toMatchObject({ activations: [{ name: "p", formula: "x" }] });
  });

  it("prints (to stderr, because stdout is for results)", async () => {
    const stdout = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    onTestFinished(() => void vi.restoreAllMocks());
    await openPlugin(plugin(`console.log("hello \\u001b[31m");\n${DEFINITION}`));
    const said = [stdout, stderr].map(({ mock }) => mock.calls.map(([text]) => String(text)).join(""));
    expect(said).toEqual(["", "hello \\u001b[31m\n"]);
  });
});

it("a plugin whose value loops at some x, in an audit", async () => {
  const looping = plugin(
    'export default { name: "p", value: (x) => { while (x > 1000); return x; }, slope: () => 1 };\n',
  );
  await expect(askPlugin(looping, { ask: "audit", activation: "p" }, { seconds: 2 })).rejects.toThrow(
    /its activation "p" was evaluated, and that had not ended after 2 s/,
  );
});

it("a formula whose inputs are counted by a parameter has a tree for each count, also outside of its thread", async () => {
  const counted = plugin(`export default ({ max, mul }) => ({
  name: "p",
  params: { pieces: { default: 2, min: 2, max: 4, role: "inputs" } },
  formula: (x, params, inputs) => {
    if (inputs.length === 4) throw new Error("not four");
    return inputs.reduce((a, b) => max(a, b));
  },
});\n`);
  const { activations } = await openPlugin(counted);
  const [activation] = activations;
  if (activation === undefined || !("treeOf" in activation)) throw new Error("no formula");
  expect([activation.tree, activation.treeOf(3)]).toEqual([
    ["max", "x1", "x2"],
    ["max", ["max", "x1", "x2"], "x3"],
  ]);
  expect(() => activation.treeOf(4)).toThrow("not four");
});

it("nothing is trained with a plugin that ends its thread, and the command says so with exit code 2", async () => {
  const { name } = plugin(`process.exit(0);\n${DEFINITION}`);
  writeFileSync(
    join(folder, "s.yaml"),
    "name: s\ndataset: { name: two_moons, train: 64, validation: 32 }\nparameters: { activation: [relu] }\n",
  );
  const { code, stderr } = await runHere(["run", "s.yaml", "--plugin", `./${name}`], folder);
  expect([code, stderr]).toEqual([2, expect.stringContaining("it called process.exit(0)")]);
});
