import { expect, it } from "vitest";
import { describeError } from "./describe-error.js";

const cycle: Record<string, unknown> = {};
cycle.self = cycle;

it.each([
  [new Error("a"), { code: "worker_error", message: "a" }],
  [new TypeError(""), { code: "worker_error", message: "TypeError" }],
  [Object.assign(new Error("b"), { code: "unsupported" }), { code: "unsupported", message: "b" }],
  [Object.assign(new Error("c"), { code: 7 }), { code: "worker_error", message: "c" }],
  [
    new RangeError("WebAssembly.Memory(): could not allocate memory"),
    { code: "out_of_memory", message: "WebAssembly.Memory(): could not allocate memory" },
  ],
  [undefined, { code: "worker_error", message: "undefined was thrown" }],
  [null, { code: "worker_error", message: "null was thrown" }],
  ["words", { code: "worker_error", message: "words was thrown" }],
  [{ odd: 1 }, { code: "worker_error", message: '{"odd":1} was thrown' }],
])("makes data of %s", (thrown, expected) => {
  expect(describeError(thrown)).toMatchObject(expected);
});

it("keeps the stack, and survives what has no JSON form", () => {
  expect(describeError(new Error("a")).stack).toContain("describe-error.test");
  expect(describeError(cycle).message).toContain("an object without a JSON form");
});
