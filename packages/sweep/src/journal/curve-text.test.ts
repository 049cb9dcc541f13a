import { deflateRawSync } from "node:zlib";
import type { EpochRecord } from "@actbench/core/internal";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeCurve, decodeCurveEnds, encodeCurve } from "./curve-text.js";

const curve = (epochs: number): readonly EpochRecord[] =>
  Array.from({ length: epochs }, (_, epoch) => ({
    epoch,
    step: 10 * epoch,
    train: { loss: 1 / (3 + epoch), accuracy: epoch / 1000 },
    digest: "0123456789abcdef",
    train_s: 1e-9 * epoch,
  }));

test("a curve of any length comes back to the last digit; a long one takes a fraction of its text", () => {
  for (const epochs of [0, 1, 5, 60, 200])
    expect(decodeCurve(encodeCurve(curve(epochs)))).toEqual(curve(epochs));
  expect(JSON.parse(encodeCurve(curve(3)))).toEqual(curve(3));
  const long = encodeCurve(curve(200));
  expect(typeof JSON.parse(long)).toBe("string");
  expect(long.length).toBeLessThan(0.4 * JSON.stringify(curve(200)).length);
});

test("a text that is no curve is none, whatever it is: no error, no memory", () => {
  const bomb = JSON.stringify(deflateRawSync("[".padEnd(300_000_000, " ")).toString("base64"));
  expect(bomb.length).toBeLessThan(1_000_000);
  for (const text of ["", "{}", "1", '"', '"AAAA"', '"%%%"', "[1", "null", bomb])
    expect(decodeCurve(text)).toBeUndefined();
  fc.assert(
    fc.property(fc.string(), (text) => {
      const decoded = decodeCurve(text);
      expect(decoded === undefined || Array.isArray(decoded)).toBe(true);
    }),
  );
});

test("the ends of a curve are its first and its last epoch, however long its text; of one epoch or of what is no curve there are none", () => {
  for (const epochs of [2, 3, 5, 200])
    expect(decodeCurveEnds(encodeCurve(curve(epochs)))).toEqual([curve(epochs)[0], curve(epochs).at(-1)]);
  for (const text of [
    encodeCurve([]),
    encodeCurve(curve(1)),
    "",
    "1",
    '"AAAA"',
    '[,{"epoch":',
    '[1,{"epoch":2',
  ])
    expect(decodeCurveEnds(text)).toBeUndefined();
  const nulls = '[{"epoch":0,"train":{"loss":null}},{"epoch":1},{"epoch":2,"test":{"loss":null}}]';
  expect(decodeCurveEnds(nulls)).toEqual([
    { epoch: 0, train: {} },
    { epoch: 2, test: {} },
  ]);
});

test("where an earlier version wrote null for what was not finite, it is absent", () => {
  const older = (epochs: number) =>
    `[${Array.from({ length: epochs }, () => '{"epoch":0,"step":0,"test":{"loss":null,"accuracy":0.5},"unit_details":[{"z_mean":[1,null]}],"train_s":0}').join(",")}]`;
  const epoch = {
    epoch: 0,
    step: 0,
    test: { accuracy: 0.5 },
    unit_details: [{ z_mean: [1, null] }],
    train_s: 0,
  };
  expect(decodeCurve(older(1))).toEqual([epoch]);
  const deflated = JSON.stringify(deflateRawSync(older(200)).toString("base64"));
  expect(decodeCurve(deflated)).toEqual(Array(200).fill(epoch));
  const deep = `[${"[".repeat(1e5)}{"a":null}${"]".repeat(1e5)}]`;
  expect(decodeCurve(deep)).toHaveLength(1);
});
