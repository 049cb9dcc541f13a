import { describe, expect, it } from "vitest";
import { coreCount, limitCores } from "./cores.js";
import { resolveWorkers, tooManyWorkers } from "./resolve-workers.js";
import { timerResolutionNs } from "./timer-resolution.js";

describe("the machine", () => {
  it.each([
    [8, "max 100000", 8],
    [8, "200000 100000", 2],
    [8, "150000 100000", 1],
    [8, "50000 100000", 1],
    [2, "800000 100000", 2],
    [4, "-1 100000", 4],
    [4, "300000 100000", 3],
    [4, "nonsense", 4],
  ])("%d cores under the quota %o are %d", (cores, quota, expected) => {
    expect(limitCores(cores, quota)).toBe(expected);
  });

  it("has at least one core and a clock that moves", () => {
    expect(coreCount()).toBeGreaterThanOrEqual(1);
    let ticks = 0n;
    const coarseClock = () => {
      ticks += 40n;
      return ticks - (ticks % 80n);
    };
    expect(timerResolutionNs(coarseClock)).toBe(80);
  });

  it("turns a workers setting into threads, never fewer than one", () => {
    expect(resolveWorkers("auto", 8)).toBe(8);
    expect(resolveWorkers(3, 8)).toBe(3);
    expect(resolveWorkers("50%", 8)).toBe(4);
    expect(resolveWorkers("10%", 2)).toBe(1);
  });

  it("says that more than twice as many threads as cores do no good", () => {
    expect(tooManyWorkers(4, 2)).toBeUndefined();
    expect(tooManyWorkers(200, 2)).toContain("200 workers on 2 cores");
  });
});
