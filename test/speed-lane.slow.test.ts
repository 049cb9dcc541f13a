import { type ChildProcess, spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { afterEach, describe, expect, it } from "vitest";
import type { SpeedLane } from "../packages/core/src/internal.js";
import { viewSpeed } from "../packages/report/src/index.js";
import { actbench, temporaryFolder } from "./actbench.js";

const RUNS = 20;
const busy: ChildProcess[] = [];
afterEach(() => {
  for (const child of busy.splice(0)) child.kill();
});

/** Keeps cores busy, now and then, as neighbors do. */
function neighbors(count: number): void {
  const script = "for (;;) { const end = Date.now() + Math.random() * 300; while (Date.now() < end); }";
  for (let i = 0; i < count; i++) busy.push(spawn(process.execPath, ["-e", script], { stdio: "ignore" }));
}

async function measure(activations: readonly string[]): Promise<SpeedLane> {
  const words = ["model.hidden=[32]", "dataset=two_moons", "--rounds", "6", "--json"];
  const { code, stdout, stderr } = await actbench(["bench", ...activations, ...words], {
    cwd: temporaryFolder(),
  });
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return JSON.parse(stdout) as SpeedLane;
}

const groupOf = ({ groups: [group] }: SpeedLane) => {
  if (group === undefined) throw new Error("the lane measured nothing");
  return viewSpeed(group, 0.95);
};

describe("speed under load", () => {
  it(`names no wrong winner in ${RUNS} runs beside a load generator, and flags the load`, {
    timeout: 900_000,
  }, async () => {
    neighbors(availableParallelism());
    const flagged: boolean[] = [];
    for (let run = 0; run < RUNS; run++) {
      // tanh costs several times relu: faster would be wrong; relu against relu is in the floor itself.
      const { lines, loaded } = groupOf(await measure(run % 2 === 0 ? ["relu", "tanh"] : ["tanh", "relu"]));
      const wrong = run % 2 === 0 ? "faster" : "slower";
      for (const { figures } of lines)
        for (const figure of Object.values(figures)) expect(figure.verdict).not.toBe(wrong);
      flagged.push(loaded);
    }
    expect(flagged).toEqual(new Array(RUNS).fill(true));
  });

  it("gives each activation the same ratio within its interval, in whatever order they are named", {
    timeout: 300_000,
  }, async () => {
    const names = ["relu", "elu", "tanh", "gelu"];
    const [one, other] = [await measure(names), await measure(["relu", ...names.slice(1).toReversed()])].map(
      groupOf,
    );
    for (const { activation, figures } of one?.lines ?? []) {
      const again = other?.lines.find((line) => line.activation === activation)?.figures;
      for (const part of ["step", "forward", "backward"] as const) {
        const [a, b] = [figures[part]?.ratioInterval, again?.[part]?.ratioInterval];
        const floor = Math.max(one?.floors[part] ?? 0, other?.floors[part] ?? 0);
        expect(a?.low).toBeLessThanOrEqual((b?.high ?? 0) * (1 + floor));
        expect(b?.low).toBeLessThanOrEqual((a?.high ?? 0) * (1 + floor));
      }
    }
  });
});
