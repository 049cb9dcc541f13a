import { expect, it } from "vitest";
import { timingText } from "./timing-text.js";

it("tells seconds by phase in the unit that fits, and what was not measured not at all", () => {
  const timing = { startup_s: 0.01234, train_s: 12.5, evaluate_s: 0.5, samples_per_s: 9999.6, cpu_s: 13.02 };
  const phases = { data_s: 0.5, forward_s: 4, backward_s: 7, update_s: 1 };
  const peak_bytes = 3 * 1024 ** 2;
  expect(timingText({ timing: { ...timing, phases }, peak_bytes })).toEqual([
    "start-up 12.3 ms, training 12.5 s (data 500 ms, forward 4 s, backward 7 s, update 1 s), evaluation 500 ms",
    "10,000 samples/s during the sweep, 13 s of processor time, 3.0 MiB of memory",
  ]);
  expect(timingText({ timing: { startup_s: 0.001, train_s: 0, evaluate_s: 0.002 }, peak_bytes })).toEqual([
    "start-up 1 ms, training 0 ms, evaluation 2 ms",
    "3.0 MiB of memory",
  ]);
});
