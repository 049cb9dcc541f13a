import { expect, test } from "vitest";
import { load, problemsOf } from "../../test/load.js";

const rungs = (text: string, ...overrides: string[]) => load(text, ...overrides).early_terminate?.brackets;
const AXIS = "parameters: { lr: [0.1, 0.2, 0.3] }\n";

test("halving has rungs after 1, 3, 9, … epochs; early_terminate has those of a W&B sweep file", () => {
  expect(load(`${AXIS}method: halving\ntrain: { epochs: 27 }`).early_terminate).toEqual({
    eta: 3,
    brackets: [[1, 3, 9]],
  });
  expect(rungs(`${AXIS}train: { epochs: 30 }\nearly_terminate: { type: hyperband, min_iter: 2 }`)).toEqual([
    [2, 6, 18],
  ]);
  expect(
    rungs(`${AXIS}train: { epochs: 30 }\nearly_terminate: { type: hyperband, max_iter: 27, s: 2 }`),
  ).toEqual([[3, 9]]);
  expect(rungs(`${AXIS}train: { epochs: 10 }\nearly_terminate: { min_iter: 1, eta: 2 }`)).toEqual([
    [1, 2, 4, 8],
  ]);
  expect(rungs(AXIS)).toBeUndefined();
});

test("under method: halving, hyperband begins each further bracket at a later rung", () => {
  expect(
    rungs(`${AXIS}method: halving\ntrain: { epochs: 10 }\nearly_terminate: { type: hyperband }`),
  ).toEqual([[1, 3, 9], [3, 9], [9], []]);
});

test("rungs count epochs also where a trial is given in steps", () => {
  const text = `${AXIS}dataset: { name: two_moons, train: 640 }\nmethod: halving\n`;
  expect(rungs(`${text}train: { steps: 31, batch_size: 64 }`)).toEqual([[1, 3]]);
});

test("a study without a rung before its end is refused with halving, and gets a warning elsewhere", () => {
  expect(problemsOf(`method: halving\ntrain: { epochs: 1 }\n${AXIS}`)).toEqual([
    "s.yaml:1:9: method: no rung lies before the last of 1 epochs (train for more epochs, or begin earlier with early_terminate.min_iter)",
  ]);
  const { early_terminate, warnings } = load(`${AXIS}early_terminate: { type: hyperband, min_iter: 5 }`);
  expect(early_terminate).toBeUndefined();
  expect(warnings).toContain("early_terminate changes nothing: no rung lies before the last of 5 epochs");
});

test("what a rung cannot be decided by is refused: the test set, times, rates that are not measured", () => {
  const metric = (name: string, more = "") =>
    problemsOf(`method: halving\nmetric: ${name}\n${AXIS}${more}`)[0];
  expect(metric("test_accuracy")).toContain("stopped early by test_accuracy (the test set must not select");
  expect(metric("train_s")).toContain("configurations cannot be stopped early by train_s (use train_loss");
  expect(metric("dead_rate", "measure: { dead_units: { every: end } }")).toContain(
    "dead_rate is not measured on the whole set at every epoch",
  );
  expect(metric("dead_rate")).toBeUndefined();
  expect(metric("train_loss", "measure: { train: last }")).toContain("set measure.train: epoch");
  expect(metric("inactive_rate", "measure: { dead_units: { every: sampled } }")).toContain("every: epoch");
  expect(metric("train_loss")).toBeUndefined();
  expect(metric("inactive_rate")).toBeUndefined();
  expect(metric("validation_loss", "dataset: { name: mnist, validation: 0 }")).toContain("test_loss");
});

test("two ways to give the rungs, unknown keys and an eta below 2 are refused with their place", () => {
  expect(problemsOf("early_terminate: { min_iter: 1, max_iter: 9 }")[0]).toContain("remove one of them");
  expect(problemsOf("early_terminate: { min_itr: 1, eta: 1 }")).toEqual([
    "s.yaml:1:20: early_terminate.min_itr: unknown key (did you mean min_iter?)",
    "s.yaml:1:37: early_terminate.eta: must be at least 2, received 1",
  ]);
  expect(load("early_terminate: { min_iter: 1, strict: true }").warnings).toContain(
    "early_terminate.strict is ignored: a rung here always waits for all of its trials",
  );
});

test("other rungs are another study; a study without them keeps its hash", () => {
  const hash = (...overrides: string[]) => load(`${AXIS}train: { epochs: 9 }`, ...overrides).hash;
  expect(hash("early_terminate.min_iter=1")).not.toBe(hash());
  expect(hash("early_terminate.min_iter=1")).not.toBe(hash("early_terminate.min_iter=2"));
  expect(hash("early_terminate.min_iter=1")).toBe(hash("early_terminate.min_iter=1", "seeds=9"));
});

test("within names axes of the study, by their short names too; another is refused", () => {
  const grid =
    "method: halving\ntrain: { epochs: 4 }\nparameters: { activation: [relu, elu], lr: [0.1, 0.2] }\n";
  const early = (within: string) => load(`${grid}early_terminate: { within: ${within} }`).early_terminate;
  expect(early("activation")).toMatchObject({ within: ["activation"] });
  expect(early("[activation, lr, train.lr]")).toMatchObject({ within: ["activation", "train.lr"] });
  expect(load(grid).early_terminate).not.toHaveProperty("within");
  expect(problemsOf(`${grid}early_terminate: { within: [activation, momentum] }`)).toEqual([
    "s.yaml:4:41: early_terminate.within[1]: momentum is not an axis of this study (choose among activation, train.lr)",
  ]);
  expect(problemsOf(`${grid}early_terminate: { within: activatoin }`)[0]).toContain(
    "did you mean model.activation?",
  );
  expect(early("model.activation")).toMatchObject({ within: ["activation"] });
});
