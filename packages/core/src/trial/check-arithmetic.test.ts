import { describe, expect, it } from "vitest";
import { generatedData } from "../../test/generated-data.js";
import { trialSpec } from "../../test/trial-spec.js";
import { StepLoop } from "../speed/step-loop.js";
import { runTrial } from "./run-trial.js";
import { ENGINE, type TrialSpec } from "./spec.js";

const data = generatedData({
  kind: "f32",
  inputs: 2,
  classes: 2,
  trainRows: 64,
  testRows: 8,
  density: 1,
});
const own = trialSpec({ hidden: [], activation: [], numerics: "strict" });

/** A spec as another version, or anyone, may send it. */
const sent = (changes: object): TrialSpec => JSON.parse(JSON.stringify({ ...own, ...changes }));

describe("a trial whose arithmetic is not to be had here is not trained", () => {
  it.each([
    [
      { engine: ENGINE - 1 },
      "engine_unknown",
      `planned for engine ${ENGINE - 1}, and this actbench has engine`,
    ],
    [{ engine: 99 }, "engine_unknown", "planned for engine 99"],
    [{ engine: `${ENGINE}` }, "engine_unknown", "planned for engine"],
    [{ engine: undefined }, "engine_unknown", "planned for engine undefined"],
    [{ numerics: "fast" }, "numerics_unknown", '"fast" is no numerics profile: expected fma or strict'],
    [{ numerics: undefined }, "numerics_unknown", "is no numerics profile"],
  ])("%o", (changes, code, message) => {
    const spec = sent(changes);
    const error = { code, message: expect.stringContaining(message) };
    expect(() => runTrial(spec, data, { now: () => 0 })).toThrow(expect.objectContaining(error));
    expect(() => new StepLoop(spec, data)).toThrow(expect.objectContaining(error));
  });

  it("and one whose arithmetic is, is", () => {
    expect(runTrial(own, data, { now: () => 0 })).toMatchObject({ status: "completed" });
  });
});
