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
  const refused = (text: string) => parseOverride(`epochs=range(${text})`);
  expect(refused("1,9,0")).toMatchObject({ message: "the step of a range cannot be 0" });
  expect(refused("1e9")).toMatchObject({ message: expect.stringContaining("plain numbers") });
  expect(refused("1000000000")).toMatchObject({ message: expect.stringContaining("at most") });
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

test("an unknown key is put where the reader of its section finds it", () => {
  expect(apply({}, "train.lrr=1", "lrr=1,2", "foo.lr=3").value).toEqual({
    train: { lrr: 1 },
    lrr: 1,
    "foo.lr": 3,
  });
});

test("~key takes a setting or a key out", () => {
  const { value } = apply({ parameters: { lr: [1] }, train: { lr: 2 }, zip: [{}] }, "~lr", "~zip");
  expect(value).toEqual({ parameters: {}, train: {} });
});

test("what is wrong is named with the override's own text and the nearest key", () => {
  const { problems } = apply({ zip: [{ epochs: [1] }] }, "~lrr", "lr=", "=3", "epochs=2", "a.b", "lr=[1");
  expect(problems).toEqual([
    { place: "~lrr", path: "", message: "unknown key lrr", hint: "did you mean train.lr?" },
    { place: "lr=", path: "", message: "there is no value after =" },
    { place: "=3", path: "", message: '"" is not a key; expected key=value' },
    expect.objectContaining({ place: "epochs=2", message: "train.epochs is zipped with other settings" }),
    { place: "a.b", path: "", message: "expected key=value" },
    { place: "lr=[1", path: "", message: "brackets or quotes do not match" },
  ]);
});

test("a setting and its value with a blank between them are one mistake", () => {
  expect(apply({}, "epochs", "5", "lr=0.1").problems).toEqual([
    { place: "epochs", path: "", message: "expected key=value", hint: "did you mean epochs=5?" },
  ]);
  expect(apply({}, "epochs", "lr=0.1").problems).toEqual([
    { place: "epochs", path: "", message: "expected key=value" },
  ]);
});

test("what Hydra or another YAML reads otherwise is refused with the way to write it", () => {
  const said = (...texts: string[]) =>
    apply({}, ...texts).problems.map(({ message, hint }) => `${message} (${hint})`);
  expect(said("epochs=010", "seeds=08", "hidden=[064]", "lr=1,000", "epochs=10,050")).toEqual([
    '010 is 10 in YAML 1.2, 8 in YAML 1.1 and a string in Hydra (write 10, or "010" for a string)',
    '08 is 8 in YAML 1.2, a text in YAML 1.1 and a string in Hydra (write 8, or "08" for a string)',
    '064 is 64 in YAML 1.2, 52 in YAML 1.1 and a string in Hydra (write 64, or "064" for a string)',
    "commas separate values: 1,000 is 2 values (write lr=1000 for one)",
    "commas separate values: 10,050 is 2 values (write epochs=10050 for one)",
  ]);
  expect(
    said("lr=sort(0.1,0.2)", "lr=shuffle(range(1,5))", "lr=interval(0.1, 1)", "lr=0.5,tag(a,choice(1))"),
  ).toEqual([
    "sort(…) of Hydra is not supported; of its functions, only choice and range are (list the values in the order that you want: lr=1,2,3)",
    "shuffle(…) of Hydra is not supported; of its functions, only choice and range are (list the values: lr=1,2,3; results do not depend on the order of configurations)",
    "interval(…) of Hydra is not supported; of its functions, only choice and range are (write a range in the sweep file: lr: { distribution: uniform, min: 0.1, max: 1 } under parameters)",
    "tag(…) of Hydra is not supported; of its functions, only choice and range are (leave it out; tags of sweepers have no meaning here)",
  ]);
  expect(said("activation={name:leaky_relu,alpha:0.2}")).toEqual([
    "name:leaky_relu is one word in YAML (write name: leaky_relu, with a space after the colon)",
  ]);
  for (const text of ["lr=1,100", "epochs=0", "lr=0.5", "lr=-0.1", "lr=0x10", "name='010'", "lr=0e0"])
    expect(apply({}, text).problems).toEqual([]);
});

test("any text is read or refused with a message, never thrown at the user", async () => {
  await fuzz(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("", "lr=", "~", "activation={", "x=range("),
      (tail, head) => {
        const result = parseOverride(head + tail);
        expect(result.type === "wrong" ? result.message : result.key).not.toBe("");
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
