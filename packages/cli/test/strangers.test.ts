import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { forgeRun } from "../../sweep/test/forged-run.js";
import { actbench } from "../src/actbench.js";
import { commands } from "../src/commands.js";
import { fakeStream } from "./fake-stream.js";
import { runHere } from "./run-here.js";

/**
 * Colors, a bell, a clear screen in C1, an override, a carriage return, and a line that passes for one of
 * ours.
 */
const HOSTILE = "\u001b[31mX\u0007\u009b2J\u202eY\rZ\u0000\u007f\u2028\nFORGED pass";
/** What no output may hold. */
const OBEYED = /(?![\n\t]|\r\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

const SWEEP = `name: STRANGER
dataset: { name: two_moons, train: 64, validation: 32, normalize: standardize }
model: { hidden: [4] }
train: { epochs: 1 }
parameters: { activation: [{ name: relu, label: STRANGER }, tanh] }
seeds: 2
baseline: { activation: tanh }
claims:
  - { id: STRANGER, compare: { activation: [STRANGER, tanh] }, metric: validation_accuracy, expect: better }
`;

let cwd = "";
let run = "";
let page = "";
const shards: string[] = [];
let server: Server;
let address = "";

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "actbench strangers "));
  cwd = folder;
  vi.stubEnv("ACTBENCH_CACHE", join(folder, "cache"));
  writeFileSync(join(cwd, "s.yaml"), SWEEP);
  // A label is part of what is trained, so this run can be trained again.
  writeFileSync(
    join(cwd, "own.yaml"),
    SWEEP.replaceAll("label: STRANGER", `label: ${JSON.stringify(HOSTILE)}`).replace(
      "[STRANGER, tanh]",
      `[${JSON.stringify(HOSTILE)}, tanh]`,
    ),
  );
  for (const words of [
    ["s.yaml"],
    ["own.yaml", "--out", "other"],
    ["s.yaml", "--shard=1/2"],
    ["s.yaml", "--shard=2/2"],
  ])
    expect(await runHere(["run", ...words, "--quiet", "--workers", "1"], cwd)).toMatchObject({ code: 0 });
  const forge = (path: string, isDamaged: boolean): string => {
    forgeRun(path, {
      word: "STRANGER",
      text: HOSTILE,
      record: (record) =>
        isDamaged
          ? {
              status: "failed",
              id: record.id,
              curve: [],
              error: { code: HOSTILE, message: HOSTILE, stack: HOSTILE },
            }
          : record,
    });
    return path;
  };
  for (const name of readdirSync(join(cwd, "results")))
    if (name.includes("shard")) shards.push(forge(join(cwd, "results", name), false));
    else run = forge(join(cwd, "results", name), true);
  const [other = ""] = readdirSync(join(cwd, "other"));
  cpSync(forge(join(cwd, "other", other), false), join(cwd, "results", "sound"), { recursive: true });
  page = join(cwd, "page.html");
  await runHere(["report", run, "-o", page], cwd);
  server = createServer((socket) => {
    socket.on("error", () => {});
    socket.end(
      `HTTP/1.1 404 ${HOSTILE.split("\r")[0]?.replace("\u202e", "")}\r\ncontent-length: 0\r\n\r\n`,
      "latin1",
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : bound}`;
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
  rmSync(cwd, { recursive: true });
});

/** Runs a command line on a terminal with colors; none of what it prints may be obeyed but our own codes. */
async function harmless(args: readonly string[]) {
  const stdout = fakeStream({ isTTY: true });
  const stderr = fakeStream({ isTTY: true });
  const code = await actbench(args, { env: {}, cwd: () => cwd, stdout, stderr });
  const told = `${stdout.text()}${stderr.text()}`.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: our own colors, and what a display takes away
    /\u001b\[(1|22|2|31|32|33|36|39)m|\u001b\[\d+A\u001b\[0J|\r\u001b\[K/g,
    "",
  );
  expect(OBEYED.exec(told)?.[0], told).toBe(undefined);
  return { code, stdout: stdout.text(), told };
}

/** Of what a stranger's run is printed by, each command with its exit code. */
const LINES: readonly (readonly [line: string, code: number])[] = [
  ["report RUN", 0],
  ["report PAGE -o again.html", 0],
  ["report RUN --verify", 0],
  ["report sound --verify --retrain 1", 0],
  ["compare RUN sound", 0],
  ["compare RUN sound --json", 0],
  ["check RUN", 0],
  ["check RUN --reporter json", 0],
  ["check PAGE", 0],
  ["status", 0],
  ["status RUN", 0],
  ["show 1 --run RUN", 0],
  ["show 1 --run RUN --json", 0],
  ["show 1 --run sound", 0],
  ["show 1 --run sound --unit 1:1", 0],
  ["replay 2 sound", 0],
  ["replay 1 RUN", 2],
  ["replay 1 sound --against 3", 1],
  ["replay 1 sound --against RUN", 2],
  ["merge SHARDS --out merged", 0],
  ["model 1 --run sound -o m.npz", 0],
  ["model 1 --run RUN -o m.onnx", 2],
  ...["csv", "jsonl"].map((format) => [`export RUN --format ${format}`, 0] as const),
  ...["points", "effects", "finalists", "claims"].flatMap((table) =>
    ["csv", "jsonl", "markdown", "latex"].map(
      (format) => [`export RUN --table ${table} --format ${format}`, 0] as const,
    ),
  ),
];

describe("control characters in a stranger's run", () => {
  it.each(LINES)("%s", async (line, code) => {
    const words = line.split(" ").flatMap((word) => {
      if (word === "SHARDS") return shards;
      return word === "RUN" ? run : word === "PAGE" ? page : word;
    });
    const done = await harmless(words);
    expect(done.code, done.told).toBe(code);
    // A table to be read by programs may hold line ends, in quotes.
    if (!line.includes("csv")) expect(done.told).not.toMatch(/^FORGED/m);
    if (line.includes("json") && !line.includes("jsonl"))
      expect(JSON.stringify(JSON.parse(done.stdout))).toContain(JSON.stringify(HOSTILE).slice(1, -1));
    if (line.includes("jsonl"))
      for (const row of done.stdout.split("\n").slice(0, -1))
        expect(() => JSON.parse(row) as unknown).not.toThrow();
  });

  it("is shown by every command that reads runs", async () => {
    const all = await Promise.all(
      commands.map(async ({ name, load }) => ({ name, positionals: (await load()).positionals })),
    );
    const reading = all.filter(({ positionals }) =>
      Object.values(positionals).some(({ describe }) => /\bruns?\b|shards|trial/.test(describe)),
    );
    const named = new Set(LINES.map(([line]) => line.split(" ")[0]));
    expect(reading.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  });
});

describe("control characters elsewhere", () => {
  it("control characters in a server's status text", async () => {
    const { code, told } = await harmless(["datasets", "fetch", "set", "--from", `${address}/there`]);
    expect([code, told]).toEqual([
      2,
      expect.stringContaining("the server answers 404 \\u001b[31mX\\u0007\\u009b2J"),
    ]);
  });

  it("a dataset's description", async () => {
    writeFileSync(join(cwd, "t.csv"), `x,kind\n${"1,a\n2,b\n".repeat(20)}`);
    const about = ["--target", "kind", "--description", HOSTILE, "--license", HOSTILE];
    for (const line of [["import", "set", "t.csv", ...about], ["info", "set"], ["list"]]) {
      const { code, told } = await harmless(["datasets", ...line]);
      expect([code, told]).toEqual([0, expect.not.stringMatching(/^FORGED/m)]);
    }
  });

  it("control characters in a plugin's words", async () => {
    const name = JSON.stringify(HOSTILE);
    for (const [i, text] of [
      `throw new Error(${name});`,
      `export default () => { throw new Error(${name}); };`,
      `export default { name: ${name}, formula: "x" };`,
      `export default { name: "p", ${name}: 1 };`,
      `export default { name: "p", formula: ${name} };`,
      `export default { name: "p", value: ${name}, slope: 1 };`,
    ].entries()) {
      writeFileSync(join(cwd, `p${i}.mjs`), text);
      const checked = await harmless(["activations", "check", `./p${i}.mjs`]);
      const listed = await harmless(["activations", "list", "--plugin", `./p${i}.mjs`]);
      expect([text, checked.code, listed.code]).toEqual([text, 1, 2]);
    }
    writeFileSync(
      join(cwd, "p.mjs"),
      `export default { name: "p", summary: ${name}, cite: ${name}, family: ${name}, value: () => { throw new Error(${name}); }, slope: () => 0 };`,
    );
    expect(await harmless(["activations", "check", "./p.mjs"])).toMatchObject({ code: 1 });
    expect(await harmless(["activations", "list", "--plugin", "./p.mjs"])).toMatchObject({ code: 0 });
  });

  it("a sweep file's words, in its errors and while it runs", async () => {
    writeFileSync(
      join(cwd, "faulty.yaml"),
      `name: f\n${JSON.stringify(HOSTILE)}: 1\nparameters: { activation: [${JSON.stringify(HOSTILE)}] }\n`,
    );
    expect(await harmless(["validate", "faulty.yaml"])).toMatchObject({ code: 2 });
    expect(await harmless(["plan", "own.yaml", "--list"])).toMatchObject({ code: 0 });
    const ran = await harmless(["run", "own.yaml", "--out", "shown", "--workers", "1", "--verbose"]);
    expect([ran.code, ran.told]).toEqual([0, expect.not.stringMatching(/^FORGED/m)]);
  });

  it("words of the command line", async () => {
    for (const line of [
      [HOSTILE],
      ["run", HOSTILE],
      ["run", "own.yaml", `--${HOSTILE}`],
      ["status", HOSTILE],
    ])
      expect(await harmless(line)).toMatchObject({ code: 2 });
  });
});
