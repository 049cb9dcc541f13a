import { expect, test } from "vitest";
import { load, problemsOf } from "../../test/load.js";

const STUDY = `
parameters:
  activation: [relu, { name: leaky_relu, alpha: [0.01, 0.1] }, gelu]
  model.init: [he, xavier]
  train.lr: [0.1, 0.2]
`;
const claim = (text: string): string => `${STUDY}claims: [{ id: c, ${text} }]`;
const claimsOf = (text: string, ...overrides: string[]) => load(claim(text), ...overrides).claims;

test("values of claims are canonical, under the full names of their axes", () => {
  const [first] = claimsOf("compare: { init: [he, xavier] }, metric: val_acc, expect: better, margin: 1pp");
  expect(first).toEqual({
    id: "c",
    compare: { "model.init": ["he_normal", "xavier_uniform"] },
    metric: "validation_accuracy",
    at: "equal",
    expect: "better",
    margin: 0.01,
  });
  const [where] = claimsOf("where: { activation: gelu, lr: 0.1 }, metric: dead_rate, expect: '< 0.01'");
  expect(where?.where).toEqual({ activation: "gelu", "train.lr": 0.1 });
});

test("an activation is named by its name for all its parameters, by its label, or by an entry", () => {
  const sides = (value: string) =>
    claimsOf(`compare: { activation: [${value}, relu] }, metric: dead_rate, expect: lower`)[0]?.compare;
  expect(sides("leaky_relu")).toEqual({ activation: ["leaky_relu", "relu"] });
  expect(sides("{ name: leaky_relu, alpha: 0.1 }")).toEqual({
    activation: ["leaky_relu(alpha=0.1)", "relu"],
  });
  expect(
    problemsOf(
      claim(
        "compare: { activation: [{ name: leaky_relu, alpha: [0.01, 0.1] }, relu] }, metric: dead_rate, expect: lower",
      ),
    ).join(),
  ).toContain("matches each of leaky_relu(alpha=0.01), leaky_relu(alpha=0.1)");
});

test("what no point has is a problem with the values there are; where an override took it away, a warning", () => {
  const text = "compare: { lr: [0.3, 0.1] }, metric: test_accuracy, expect: better";
  expect(problemsOf(claim(text)).join()).toMatch(
    /s\.yaml:6:\d+.*0\.3: not on the axis train\.lr.*its values are 0\.1, 0\.2/s,
  );
  const { warnings } = load(claim(text), "train.lr=0.1,0.2");
  expect(warnings.join()).toContain("a claim cannot be decided: 0.3: not on the axis train.lr");
});

test("an expectation is one of the words, or a bound", () => {
  const expected = (words: string) =>
    claim(`compare: { activation: [gelu, relu] }, metric: val_acc, expect: ${words}`);
  expect(load(expected("not_worse, margin: 5pp")).claims[0]).toMatchObject({
    expect: "not_worse",
    margin: 0.05,
  });
  expect(problemsOf(expected("greater")).join()).toContain(
    "expected better, worse, not_worse, equivalent, lower, higher or a bound such as '< 0.01'",
  );
});

test("a margin in percentage points is refused where the metric is no share", () => {
  const margin = (metric: string, amount: string) =>
    claim(`compare: { activation: [gelu, relu] }, metric: ${metric}, expect: better, margin: ${amount}`);
  for (const metric of ["val_acc", "dead_rate", "zero_fraction", "dead_rate_init"])
    expect(load(margin(metric, "1pp")).claims).toHaveLength(1);
  expect(load(margin("test_loss", "0.01")).claims).toHaveLength(1);
  expect(problemsOf(margin("test_loss", "1pp")).join()).toMatch(
    /claims\[0\]\.margin: test_loss is not a fraction: it cannot be given in percentage points/,
  );
});

test("few seeds are no reason for a warning: Student's t decides from two on, and plan says what they find", () => {
  const text = claim("compare: { activation: [gelu, relu] }, metric: val_acc, expect: better");
  for (const seeds of [2, 3, 5]) expect(load(text, `seeds=${seeds}`).warnings).toEqual([]);
});

test("a claim about values needs a bound", () => {
  expect(problemsOf(claim("where: { activation: relu }, metric: dead_rate, expect: lower")).join()).toContain(
    "a claim with where needs a bound",
  );
});
