import { describe, expect, it } from "vitest";
import { evaluate } from "../evaluate.js";
import { FUNCTION_NAMES, parseFormula } from "./parse-formula.js";
import { unknownFunctionHint, WRITTEN_OTHERWISE } from "./unknown-function.js";

describe("a function that the language does not have", () => {
  it.each([
    ["ln", "write log(x)"],
    ["arcSinh", "write asinh(x)"],
    ["log_sigmoid", "write -softplus(-x)"],
    ["add", "write it as an operator"],
    ["tahn", 'did you mean "tanh"?'],
  ])("%s is answered: %s", (name, hint) => {
    expect(unknownFunctionHint(name, FUNCTION_NAMES)).toBe(hint);
  });

  it("is named with all that it has where nothing is near", () => {
    expect(unknownFunctionHint("lambertw", FUNCTION_NAMES)).toContain("functions are abs, acosh, asinh");
  });

  it.each(WRITTEN_OTHERWISE)("%s can be written as said, %s", (name, formula) => {
    expect(FUNCTION_NAMES).not.toContain(name);
    const got = evaluate(parseFormula(formula), { x: 0.3 });
    const truth = (Math as unknown as Readonly<Record<string, ((x: number) => number) | undefined>>)[name];
    if (truth === undefined) expect(got).toBeTypeOf("number");
    else expect(got).toBeCloseTo(truth(0.3), 14);
  });
});
