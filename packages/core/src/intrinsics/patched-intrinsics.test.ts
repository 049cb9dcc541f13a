import { afterEach, expect, it } from "vitest";
import { patchedIntrinsics } from "./patched-intrinsics.js";

const undo: (() => void)[] = [];

/** Sets a property for the length of a test. */
function patch(shared: object, key: PropertyKey, descriptor: PropertyDescriptor): void {
  const before = Reflect.getOwnPropertyDescriptor(shared, key);
  undo.push(() => {
    if (before === undefined) Reflect.deleteProperty(shared, key);
    else Reflect.defineProperty(shared, key, before);
  });
  Reflect.defineProperty(shared, key, { configurable: true, ...descriptor });
}

afterEach(() => {
  for (const back of undo.splice(0)) back();
});

it("an untouched thread has none", () => {
  expect(patchedIntrinsics()).toEqual([]);
});

it("names what was replaced, added and hidden behind a getter, and nothing once it is back", () => {
  patch(Math, "max", { value: () => 7, writable: true });
  patch(Object.prototype, "polluted", { value: true, writable: true });
  patch(Array.prototype, "length", {});
  patch(Float32Array.prototype, "fill", { value: () => undefined });
  patch(Number, "parseFloat", { get: () => () => 0 });
  expect([...patchedIntrinsics()].sort()).toEqual([
    "Float32Array.prototype.fill",
    "Math.max",
    "Number.parseFloat",
    "Object.prototype.polluted",
  ]);
  for (const back of undo.splice(0)) back();
  expect(patchedIntrinsics()).toEqual([]);
});
