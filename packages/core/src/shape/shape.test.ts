import { expect, it } from "vitest";
import {
  between,
  dictionary,
  either,
  list,
  number,
  object,
  objectOf,
  oneOf,
  optional,
  pattern,
  type Shape,
  text,
  tuple,
} from "./shape.js";

const normalize = either(oneOf("none", "unit"), object({ mean: number, std: number }));
const person = objectOf<{ readonly name: string; readonly age?: number }>({
  name: text,
  age: optional(between(0, 200)),
});

it.each<[Shape<unknown>, unknown]>([
  [normalize, "unit"],
  [normalize, { mean: 0, std: 1 }],
  [person, { name: "x" }],
  [person, { name: "x", age: 3, height: 2 }],
  [list(tuple(number, text)), [[1, "a"]]],
  [dictionary(list(number)), { a: [], constructor: [1] }],
])("a value of a shape is given back as it is", (shape, value) => {
  expect(shape(value)).toBe(value);
});

it.each<[Shape<unknown>, unknown, string]>([
  [normalize, "z", 'expected one of none, unit or an object, found "z"'],
  [normalize, { mean: 0, std: "1" }, 'std: expected a finite number, found "1"'],
  [normalize, null, "expected one of none, unit or an object, found null"],
  [person, {}, "name: expected a text, found nothing"],
  [person, { name: "x", age: 300 }, "age: expected a number from 0 to 200, found 300"],
  [person, { name: "x", age: Number.NaN }, "age: expected a number from 0 to 200, found NaN"],
  [person, [], "expected an object, found a list"],
  [person, undefined, "expected an object, found nothing"],
  [person, () => 1, "expected an object, found a function"],
  [list(person), [{ name: "x" }, { name: {} }], "[1].name: expected a text, found an object"],
  [list(number), { length: 1, 0: 1 }, "expected a list, found an object"],
  [tuple(number, text), [1], "expected a list of 2, found a list"],
  [tuple(number, text), [1, 2], "[1]: expected a text, found 2"],
  [dictionary(number), JSON.parse('{"__proto__":1}'), "the name __proto__ is not allowed"],
  [
    dictionary(object({ a: list(number) })),
    { b: { a: [0, "x".repeat(50)] } },
    "b.a[1]: expected a finite number, found a text of 50 characters",
  ],
  [pattern(/^a+$/, "a row of a"), "ab", 'expected a row of a, found "ab"'],
])("a value that is none is refused with its place", (shape, value, message) => {
  expect(() => shape(value)).toThrow(
    expect.objectContaining({ name: "ShapeError", code: "malformed", message }),
  );
});

it("an error that is no wrong shape goes through", () => {
  const broken = list(
    object({
      a: () => {
        throw new RangeError("broken");
      },
    }),
  );
  expect(() => either(broken, number)([{}])).toThrow(RangeError);
  expect(() => broken([{}])).toThrow(RangeError);
});
