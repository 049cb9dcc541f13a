import { expect, it } from "vitest";
import { cpuClock } from "./cpu-clock.js";

it("tells the thread's processor time where Node does, and nothing elsewhere", () => {
  const { cpuSeconds } = cpuClock();
  expect(cpuSeconds !== undefined).toBe("threadCpuUsage" in process);
  if (cpuSeconds === undefined) return;
  const before = cpuSeconds();
  let sum = 0;
  for (let i = 0; cpuSeconds() === before && i < 1e9; i++) sum += i;
  expect(sum).toBeGreaterThan(0);
  expect(cpuSeconds()).toBeGreaterThan(before);
});
