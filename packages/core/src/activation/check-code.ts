import { definitionError } from "./activation-error.js";
import type { CodeInput } from "./define-code.js";

const POINTS = [-3, -1, -0.25, 0, 0.25, 1, 3];

/**
 * Asks the functions of an activation that is code for a few numbers: what is no number would be read as NaN
 * or 0 in training. Throws an `ActivationError` then, and where `value` takes its second argument, the
 * parameters, for a flag. What the functions throw is left to the audit and to the trial.
 */
export function checkCode(input: CodeInput): void {
  const { name, value, slope, params = {} } = input;
  const defaults = Object.fromEntries(Object.entries(params).map(([key, param]) => [key, param.default]));
  for (const x of POINTS)
    for (const [what, f] of Object.entries({ value, slope })) {
      const got = ask(() => f(x, defaults));
      if (typeof got !== "number" && got !== FAILED)
        throw definitionError(
          name,
          `${what}(${x}) is ${show(got)}; a number is expected${got === undefined ? ": does every path through it end in a return?" : ""}`,
        );
    }
  if (Object.keys(params).length === 0) checkSecondArgument(input);
}

/** At most points, since what changes by itself at some is the audit's to find. */
function checkSecondArgument({ name, value }: CodeInput): void {
  const differing = POINTS.flatMap((x) => {
    const given = ask(() => value(x, {}));
    const alone = ask(() => (value as (x: number) => number)(x));
    return alone === FAILED || Object.is(given, alone) ? [] : [{ x, given, alone }];
  });
  const [first] = differing;
  if (first !== undefined && differing.length > POINTS.length / 2)
    throw definitionError(
      name,
      `value(${first.x}) is ${String(first.given)} and without its second argument ${String(first.alone)}; the second argument holds the parameters (here none: {}) and is not a flag: write value: (x) => f(x) and slope: (x) => f′(x)`,
    );
}

const FAILED = Symbol("the function threw");

function ask(call: () => unknown): unknown {
  try {
    return call();
  } catch {
    return FAILED;
  }
}

function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
