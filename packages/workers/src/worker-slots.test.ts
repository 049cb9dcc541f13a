import { expect, it } from "vitest";
import { WorkerSlots } from "./worker-slots.js";

it("gives the lowest free number", () => {
  const slots = new WorkerSlots();
  expect([slots.take(), slots.take(), slots.take()]).toEqual([1, 2, 3]);
  slots.release(2);
  expect([slots.take(), slots.take()]).toEqual([2, 4]);
});
