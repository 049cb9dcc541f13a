import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { goOn, wholeRun } from "../test/damaged-run.js";
import { fuzz } from "../test/fuzz.js";
import { problemsOf } from "../test/load.js";

/** A part of a text or file is taken out, put in twice, moved or replaced. */
interface Splice {
  readonly at: number;
  readonly length: number;
  readonly insert: Uint8Array;
  readonly again: boolean;
}

const splices = fc.array(
  fc.record({
    at: fc.nat(2 ** 30),
    length: fc.oneof(fc.nat(4), fc.nat(400)),
    insert: fc.uint8Array({ maxLength: 12 }),
    again: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

function spliced(bytes: Buffer, changes: readonly Splice[]): Buffer {
  return changes.reduce((held, { at, length, insert, again }) => {
    const from = held.length === 0 ? 0 : at % held.length;
    const part = held.subarray(from, from + length);
    return Buffer.concat([
      held.subarray(0, from),
      insert,
      ...(again ? [part, part] : []),
      held.subarray(from + length),
    ]);
  }, bytes);
}

const FILE = readFileSync(new URL("../../../configs/quickstart.yaml", import.meta.url));

const tokens = fc.array(
  fc.constantFrom(
    ..."x a lr train.lr model.hidden 0 1e-3 1e999 .5 0x10 'relu' \"sgd\" + - * / ^ ( ) ? : , == != < <= > >= && || !".split(
      " ",
    ),
    ..."max min exp expm1 log where sigmoid tanh in [ ] . .. $ # \u00b2 \u2028 \ud83e\udd84 __proto__ constructor".split(
      " ",
    ),
  ),
  { maxLength: 40 },
);

describe("no input makes another error than one that says what is wrong with it", () => {
  it("YAML", async () => {
    await fuzz(
      fc.property(splices, (changes) => {
        problemsOf(spliced(FILE, changes).toString("utf8"));
      }),
      { runs: 200 },
    );
  });

  it("overrides", async () => {
    const key = fc.constantFrom(
      "lr",
      "train.lr",
      "activation",
      "seeds",
      "budget.time",
      "~lr",
      "zip",
      "",
      "a.b.c",
    );
    const value = fc.oneof(
      tokens.map((words) => words.join("")),
      fc.string(),
      fc.constantFrom("range(0,1,0.1)", "[1,2", "{a:1}"),
    );
    await fuzz(
      fc.property(fc.array(fc.tuple(key, value), { maxLength: 5 }), (overrides) => {
        problemsOf(
          "parameters: { lr: [0.1, 0.2] }\nseeds: 1",
          ...overrides.map(([name, text]) => `${name}=${text}`),
        );
      }),
      { runs: 200 },
    );
  });

  it("expressions, as conditions and as formulas", async () => {
    await fuzz(
      fc.property(tokens, fc.constantFrom("", " "), (words, space) => {
        const text = JSON.stringify(words.join(space));
        problemsOf(
          `constraints: [${text}]\nparameters: { lr: { values: [0.1, 0.2], when: ${text} } }\nseeds: 1`,
        );
        problemsOf(
          `activations: { mine: { formula: ${text} } }\nparameters: { activation: [mine] }\nseeds: 1`,
        );
      }),
      { runs: 200 },
    );
  });
});

it("a journal damaged anywhere, in any way, ends in the results of the unbroken run", async () => {
  const run = await wholeRun();
  await fuzz(
    fc.asyncProperty(splices, async (changes) => {
      const damaged = spliced(run.journal, changes);
      const { problems, trained } = await goOn(run, damaged);
      // What is lost is said; only what is lost is trained.
      if (trained > 0 && damaged.length > 0) expect(problems).not.toEqual([]);
    }),
    { runs: 100 },
  );
});
