import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it, onTestFinished } from "vitest";
import { redisOrSkip, startRedis } from "../packages/queue/test/redis-server.js";
import { ROOT, temporaryFolder } from "./actbench.js";
import { pageBlocks } from "./pages/page-blocks.js";
import { README_PROGRAMS } from "./pages/readme-programs.js";
import { smallRun } from "./pages/small-run.js";

/** Pictures and classes of 2 × 3 bytes in MNIST's format, by the file's name. */
const LETTERS: Readonly<Record<string, Uint8Array>> = {
  "train-images-idx3-ubyte.gz": Uint8Array.of(
    0,
    0,
    8,
    3,
    0,
    0,
    0,
    2,
    0,
    0,
    0,
    2,
    0,
    0,
    0,
    3,
    ...Array(12).fill(7),
  ),
  "train-labels-idx1-ubyte.gz": Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 0, 1),
  "t10k-images-idx3-ubyte.gz": Uint8Array.of(
    0,
    0,
    8,
    3,
    0,
    0,
    0,
    1,
    0,
    0,
    0,
    2,
    0,
    0,
    0,
    3,
    ...Array(6).fill(9),
  ),
  "t10k-labels-idx1-ubyte.gz": Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, 1),
};

it.each(README_PROGRAMS.map((one) => [one.room, one] as const))(
  "packages/%s/README.md: its program runs",
  async (room, { given, text }) => {
    const cwd = programFolder();
    const env = room === "queue" ? await queueEnv() : {};
    if (env === undefined) return;
    if (room === "report")
      copyFileSync(join(await smallRun(cwd, "own"), "report.html"), join(cwd, "report.html"));
    const words = room === "datasets" ? { "http://data.example": await letters() } : {};
    mkdirSync(join(cwd, "data"));
    writeFileSync(join(cwd, "data/wine.csv"), `acid,quality\n${"1,low\n2,high\n".repeat(10)}`);
    writeFileSync(join(cwd, "program.mjs"), `${given}\n${text(words)}`);
    const { code, said } = await nodeRun(["program.mjs"], cwd, env);
    expect(code, said).toBe(0);
    if (room === "report")
      expect(readFileSync(join(cwd, "again.html"), "utf8")).toBe(
        readFileSync(join(cwd, "report.html"), "utf8"),
      );
    if (room === "sweep")
      expect(readdirSync(join(cwd, "results"))).toEqual([expect.stringMatching(/^example-/)]);
  },
);

it("the programs of the documents hold before the strict compiler, with the types of the packages", () => {
  const cwd = programFolder();
  const library = pageBlocks("docs/from-your-own-program.md").find(({ file }) => file === "study.mjs");
  const programs = {
    library: library?.text ?? "",
    ...Object.fromEntries(README_PROGRAMS.map(({ room, types, text }) => [room, `${types}\n${text()}`])),
  };
  for (const [name, text] of Object.entries(programs)) {
    expect(text.length).toBeGreaterThan(100);
    writeFileSync(join(cwd, `${name}.ts`), `${text}\nexport {};\n`);
  }
  writeFileSync(join(cwd, "package.json"), '{ "type": "module" }');
  symlinkSync(`${ROOT}node_modules/@types`, join(cwd, "node_modules/@types"));
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      `${ROOT}node_modules/typescript/bin/tsc`,
      ...[
        "--noEmit",
        "--strict",
        "--target",
        "es2024",
        "--module",
        "nodenext",
        "--types",
        "node",
        "--skipLibCheck",
      ],
      ...Object.keys(programs).map((name) => `${name}.ts`),
    ],
    { cwd, encoding: "utf8" },
  );
  expect([status, stdout]).toEqual([0, ""]);
});

it("every block of TypeScript or JavaScript in the documents is one of these programs or a file that a page's commands use", () => {
  const { stdout } = spawnSync("git", ["ls-files", "*.md"], { cwd: ROOT, encoding: "utf8" });
  const own = new Set(README_PROGRAMS.map(({ room }) => `packages/${room}/README.md`));
  const others = stdout
    .split("\n")
    .filter((page) => page !== "" && !own.has(page))
    .flatMap((page) => pageBlocks(page).map((block) => ({ page, ...block })))
    .filter(({ kind }) => ["ts", "js", "mjs", "typescript", "javascript"].includes(kind));
  expect(others.length).toBeGreaterThan(2);
  for (const { page, file } of others) {
    const lines = pageBlocks(page).flatMap((block) => block.lines);
    expect(
      lines.some((line) => file !== undefined && line.includes(file)),
      `${page}: ${file}`,
    ).toBe(true);
  }
});

/** A folder in which the packages are installed, as npm would link them. */
function programFolder(): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "node_modules/@actbench"), { recursive: true });
  for (const room of readdirSync(`${ROOT}packages`))
    symlinkSync(
      `${ROOT}packages/${room}`,
      join(cwd, "node_modules", room === "cli" ? "actbench" : `@actbench/${room}`),
    );
  return cwd;
}

/** A broker for the program; undefined where there is none to start. */
async function queueEnv(): Promise<Readonly<Record<string, string>> | undefined> {
  if (!redisOrSkip()) return undefined;
  const server = await startRedis();
  onTestFinished(() => server.stop());
  return { ACTBENCH_QUEUE: server.address };
}

/** The address of a server on loopback that has the letters. */
async function letters(): Promise<string> {
  const server = createServer((request, response) =>
    response.end(gzipSync(LETTERS[request.url?.split("/").at(-1) ?? ""] ?? "")),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Node in a separate process, with its cache in the folder. */
function nodeRun(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ACTBENCH_CACHE: join(cwd, "cache"), ...env },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  return new Promise<{ readonly code: number | null; readonly said: string }>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, said }));
  });
}
