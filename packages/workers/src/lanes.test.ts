import { expect, it } from "vitest";
import { Lanes } from "./lanes.js";

it("gives the lowest free number", () => {
  const lanes = new Lanes();
  expect([lanes.take(), lanes.take(), lanes.take()]).toEqual([1, 2, 3]);
  lanes.release(2);
  expect([lanes.take(), lanes.take()]).toEqual([2, 4]);
});
