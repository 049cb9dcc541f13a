import fc from "fast-check";
import { expect, test } from "vitest";
import { fuzz } from "../../test/fuzz.js";
import { applyOverrides } from "./apply-overrides.js";
import { parseOverride } from "./parse-override.js";

const apply = (file: Record<string, unknown>, ...texts: string[]) => applyOverrides(file, texts);

test("one value fixes a setting and takes its axis away", () => {
  const { value } = apply({ parameters: { lr: { values: [1, 2] }, activation: ["relu"] } }, "train.lr=0.1");
  expect(value).toEqual({ parameters: { activation: ["relu"] }, train: { lr: 0.1 } });
});

test("several values make an axis in the place of the old one and keep its condition", () => {
  const file = { parameters: { lr: { value: 3, when: "x" }, init: ["he"] }, train: { epochs: 1 } };
  const { value, places } = apply(file, "learning_rate=0.1,1e-2");
  expect(value).toEqual({
    parameters: { lr: { values: [0.1, 0.01], when: "x" }, init: ["he"] },
    train: { epochs: 1 },
  });
  expect(places).toEqual([{ path: ["parameters", "lr", "values"], text: "learning_rate=0.1,1e-2" }]);
});

test("a range counts in decimals and leaves its end out, as Hydra does", () => {
  expect(parseOverride("train.lr=range(0.1,0.5,0.1)")).toEqual({
    type: "set",
    key: "train.lr",
    values: [0.1, 0.2, 0.3, 0.4],
    sweep: true,
  });
  expect(parseOverride("epochs=range(3)")).toMatchObject({ values: [0, 1, 2] });
  expect(parseOverride("epochs=range(5,1,-2)")).toMatchObject({ values: [5, 3] });
  expect(parseOverride("epochs=range(1,9,0)")).toContain("cannot be 0");
  expect(parseOverride("epochs=range(1e9)")).toContain("plain numbers");
  expect(parseOverride("epochs=range(1000000000)")).toContain("at most");
});

test("commas inside brackets and quotes do not separate values", () => {
  expect(parseOverride("hidden=[128,64],[32]")).toMatchObject({ values: [[128, 64], [32]], sweep: true });
  expect(parseOverride("activation={name: leaky_relu, alpha: [0.1, 0.2]}")).toMatchObject({
    values: [{ name: "leaky_relu", alpha: [0.1, 0.2] }],
    sweep: false,
  });
});

test("keys of the study are set in place, and a list of seeds is a list", () => {
  const { value } = apply(
    { budget: { retries: 1 } },
    "seeds=3,4",
    "budget.time=20m",
    "baseline.train.lr=0.1",
  );
  expect(value).toEqual({
    seeds: [3, 4],
    budget: { retries: 1, time: "20m" },
    baseline: { "train.lr": 0.1 },
  });
});

test("a dataset written as one name keeps it when another of its settings is set", () => {
  expect(apply({ dataset: "mnist" }, "dataset.train=100").value).toEqual({
    dataset: { name: "mnist", train: 100 },
  });
  expect(apply({ dataset: "mnist" }, "dataset=spirals").value).toEqual({ dataset: { name: "spirals" } });
});

test("~key takes a setting or a key out", () => {
  const { value } = apply({ parameters: { lr: [1] }, train: { lr: 2 }, zip: [{}] }, "~lr", "~zip");
  expect(value).toEqual({ parameters: {}, train: {} });
});

test("what is wrong is named with the override's own text and the nearest key", () => {
  const { problems } = apply(
    { zip: [{ epochs: [1] }] },
    "train.lrr=1",
    "lr=",
    "=3",
    "epochs=2",
    "a.b",
    "lr=[1",
  );
  expect(problems).toEqual([
    { place: "train.lrr=1", path: "", message: "unknown key train.lrr", hint: "did you mean train.lr?" },
    { place: "lr=", path: "", message: "there is no value after =" },
    { place: "=3", path: "", message: '"" is no key; expected key=value' },
    expect.objectContaining({ place: "epochs=2", message: "train.epochs is zipped with other settings" }),
    { place: "a.b", path: "", message: "expected key=value" },
    { place: "lr=[1", path: "", message: "brackets or quotes do not match" },
  ]);
});

test("any text is read or refused with a message, never thrown at the user", async () => {
  await fuzz(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("", "lr=", "~", "activation={", "x=range("),
      (tail, head) => {
        const result = parseOverride(head + tail);
        expect(typeof result === "string" ? result.length > 0 : result.key.length > 0).toBe(true);
        apply({}, head + tail);
      },
    ),
    { runs: 40 },
  );
});

test("values written as an override come back as themselves", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (values) => {
      expect(parseOverride(`lr=${values.map((v) => JSON.stringify(v)).join(",")}`)).toEqual({
        type: "set",
        key: "lr",
        values: values.map((v) => (v === 0 ? 0 : v)),
        sweep: values.length > 1,
      });
    }),
  );
});
