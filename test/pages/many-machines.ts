import { cpSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import { parse } from "yaml";
import { runHere } from "../../packages/cli/test/run-here.js";
import { redisOrSkip, startRedis } from "../../packages/queue/test/redis-server.js";
import { ROOT } from "../actbench.js";
import { startAgent } from "../queue.js";
import { finishedIds, onlyRun, results, writeSweep } from "../tiny-study.js";
import { pageBlocks } from "./page-blocks.js";
import type { PageCase } from "./page-case.js";
import { runLine } from "./run-line.js";
import { runScript } from "./run-script.js";
import { ONE_THREAD, smallSweep } from "./small-run.js";

const PAGE = "docs/many-machines.md";
const LINE: PageCase = { page: PAGE, smaller: { run: ONE_THREAD } };

const HAS_BROKER = redisOrSkip();
const NO_BROKER = "it needs redis-server, which is not here";
/** Lines of the page that need a broker. */
const AGENT_LINES = [
  "actbench agent",
  "actbench run study.yaml --queue",
  "actbench doctor --queue",
  "actbench run study.yaml --queue --local --recheck 2%",
];

/**
 * Agents and shards, by hand, under Slurm, Kubernetes, systemd and a CI: their files are read, and the lines
 * that they call are called.
 */
export const manyMachines: PageCase = {
  ...LINE,
  prepare: async (cwd) => {
    if (HAS_BROKER) {
      const server = await startRedis();
      onTestFinished(() => server.stop());
      vi.stubEnv("ACTBENCH_QUEUE", server.address);
    }
    writeFileSync(join(cwd, "hosts"), "here\n");
    writeSweep(cwd, smallSweep("study"), "study.yaml");
    mkdirSync(join(cwd, "home/actbench"), { recursive: true });
    writeFileSync(join(cwd, "home/.actbench-queue"), process.env.ACTBENCH_QUEUE ?? "");
    symlinkSync(join(ROOT, "actbench"), join(cwd, "home/actbench/actbench"));
  },
  listed: {
    "redis-server --appendonly yes --maxmemory-policy noeviction --requirepass PASSWORD":
      "the test starts one on a free port",
    "export ACTBENCH_QUEUE=redis://:PASSWORD@broker:6379": "the test sets it to the address of its own",
    ...Object.fromEntries(HAS_BROKER ? [] : agentScripts().map((line) => [line, NO_BROKER])),
    ...Object.fromEntries(HAS_BROKER ? [] : AGENT_LINES.map((line) => [line, NO_BROKER])),
  },
  ended: ["actbench agent"],
  words: () => ({ "--idle 10m": "--idle 1s --workers 1" }),
  before: {
    // Another machine.
    "actbench run study.yaml --queue": async (cwd) => {
      await startAgent(process.env.ACTBENCH_QUEUE ?? "", { cwd, args: ["study.yaml", ...ONE_THREAD] });
    },
    // What comes now is another way to the same run.
    "actbench run study.yaml --shard=1/4": (cwd) => {
      if (HAS_BROKER) renameSync(join(cwd, "results"), join(cwd, "by agents"));
    },
    // The other machines, and the copying.
    "actbench merge shards/* --out results": async (cwd) => {
      for (const part of [3, 4])
        expect(await runHere(["run", "study.yaml", `--shard=${part}/4`, ...ONE_THREAD], cwd)).toMatchObject({
          code: 0,
        });
      mkdirSync(join(cwd, "shards"));
      for (const name of readdirSync(join(cwd, "results")))
        cpSync(join(cwd, "results", name), join(cwd, "shards", name), { recursive: true });
    },
  },
  env: (cwd) => ({
    SLURM_ARRAY_TASK_ID: "2",
    SLURM_CPUS_PER_TASK: "1",
    SCRATCH: join(cwd, "scratch"),
    HOME: join(cwd, "home"),
  }),
  check: async (cwd) => {
    const whole = readdirSync(join(cwd, "results")).filter((name) => !name.includes("shard"));
    const merged = whole.map((name) => results(join(cwd, "results", name)));
    expect(merged.map((rows) => rows.length)).toEqual([12]);
    if (HAS_BROKER) expect([results(onlyRun(cwd, "by agents"))]).toEqual(merged);
    expect(readdirSync(join(cwd, "scratch/shards"))).toEqual([
      expect.stringMatching(/^study-\w+-shard-2-of-20$/),
    ]);
    const blocks = pageBlocks(PAGE);
    // What a supervisor starts must receive its signals: docs/faults.md says why.
    for (const { kind, text } of blocks)
      expect([kind, text]).toEqual([kind, expect.not.stringMatching(/\b(npx|pnpm)\b/)]);
    const [unit] = blocks.filter(({ kind }) => kind === "ini");
    systemd(unit?.text ?? "", cwd);
    const [agents, job, matrix] = blocks.filter(({ kind }) => kind === "yaml").map(({ text }) => parse(text));
    if (HAS_BROKER) await deployment(agents, cwd);
    kubernetes(job, cwd);
    await ci(matrix, cwd);
  },
};

/** The scripts that start agents. */
function agentScripts(): readonly string[] {
  const lines = pageBlocks(PAGE).flatMap((block) => block.lines);
  return lines.filter((line) => line.startsWith("#!") && line.includes(" agent "));
}

interface Deployment {
  readonly spec: {
    readonly template: {
      readonly spec: { readonly containers: readonly [{ readonly args: readonly string[] }] };
    };
  };
}

/** What the image is given, behind its entry point. */
async function deployment({ spec }: Deployment, cwd: string): Promise<void> {
  const [{ args }] = spec.template.spec.containers;
  expect(await runHere([...args, "--idle", "1s", ...ONE_THREAD], cwd)).toMatchObject({ code: 0 });
}

interface Job {
  readonly spec: {
    readonly completions: number;
    readonly template: {
      readonly spec: {
        readonly containers: readonly [
          { readonly command: readonly string[]; readonly args: readonly [string] },
        ];
      };
    };
  };
}

/** The last pod's command, its volume in this folder. */
function kubernetes({ spec }: Job, cwd: string): void {
  const [{ command, args }] = spec.template.spec.containers;
  expect(command).toEqual(["/bin/sh", "-c"]);
  const [line] = args;
  const JOB_COMPLETION_INDEX = `${spec.completions - 1}`;
  const { code, said } = runScript(line.replace("/study/shards", "pods"), cwd, { JOB_COMPLETION_INDEX });
  expect(code, said).toBe(0);
  expect(readdirSync(join(cwd, "pods"))).toEqual([expect.stringMatching(/-shard-8-of-8$/)]);
}

/** What a unit starts, its folder in this one and its clone the repository's. */
function systemd(unit: string, cwd: string): void {
  const [, line = ""] = /^ExecStart=\/opt\/actbench\/(.+)$/m.exec(unit) ?? [];
  const { code, said } = runScript(`exec ${ROOT}${line} --out unit --limit 1`, cwd);
  expect(code, said).toBe(0);
  expect(finishedIds(onlyRun(cwd, "unit"))).toHaveLength(1);
}

interface Matrix {
  readonly jobs: Readonly<
    Record<
      "shard" | "merge",
      {
        readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } };
        readonly steps: readonly { readonly run?: string }[];
      }
    >
  >;
}

/** The steps of both jobs, for every value of the matrix. */
async function ci({ jobs }: Matrix, cwd: string): Promise<void> {
  const folder = join(cwd, "ci");
  mkdirSync(folder);
  cpSync(join(cwd, "study.yaml"), join(folder, "study.yaml"));
  const shards = jobs.shard.strategy?.matrix.shard ?? [];
  const lines = [
    ...shards.flatMap((shard) =>
      jobs.shard.steps.flatMap(({ run }) => run?.replace(/\$\{\{ matrix\.shard \}\}/, `${shard}`) ?? []),
    ),
    ...jobs.merge.steps.flatMap(({ run }) => run ?? []),
  ];
  expect(lines).toHaveLength(5);
  for (const line of lines) {
    const { code, said } = await runLine(line, LINE, folder);
    expect([line, code], said).toEqual([line, 0]);
  }
  expect(results(onlyRun(folder))).toHaveLength(12);
}
