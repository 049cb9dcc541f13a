import { describe, expect, it } from "vitest";
import { catalogSample } from "../../../../test/catalog-sample.js";
import { defineActivation } from "../../define-activation.js";
import { catalog } from "../catalog.js";
import { activationFacts } from "./activation-facts.js";
import { factsKey } from "./facts-key.js";
import { factsOf } from "./facts-of.js";
import { storedFacts } from "./stored-facts.js";

describe("the stored facts", () => {
  it("are those of the catalog as it is", () => {
    const now = Object.fromEntries(catalog.map((activation) => [activation.name, factsKey(activation)]));
    expect(Object.fromEntries(Object.entries(storedFacts).map(([name, [key]]) => [name, key]))).toEqual(now);
  });

  it.each(catalogSample().map((activation) => [activation.name, activation] as const))(
    "of %s follow from its formula",
    (name, activation) => {
      expect(storedFacts[name]?.[1]).toEqual(activationFacts(activation));
    },
  );

  it("are computed for what has another formula, parameter or name", () => {
    const relu = { name: "relu", formula: "max(x, 0)" };
    const steps = [relu, { ...relu, formula: "max(x, 1)" }, { ...relu, name: "own" }].map(defineActivation);
    expect(steps.map((activation) => factsOf(activation).curve?.range)).toEqual([
      [0, null],
      [1, null],
      [0, null],
    ]);
    const own = (value: number) =>
      defineActivation({ name: "elu", formula: "max(x, -a)", params: { a: { default: value } } });
    expect(factsKey(own(1))).not.toBe(factsKey(own(2)));
  });

  it("hold an end that is not there as null, and no curve of a gated unit", () => {
    expect(storedFacts.relu?.[1]).toEqual({
      curve: {
        range: [0, null],
        monotone: true,
        smooth: false,
        kinks: [0],
        all_kinks: true,
        lipschitz: 1,
        zero_slope: [[null, 0]],
      },
      dead: "interval",
      mean: 0.3989422804,
      second_moment: 0.5,
      gain: 1.414213562,
    });
    expect(storedFacts.glu?.[1]).toMatchObject({ curve: null, dead: "never" });
  });
});
