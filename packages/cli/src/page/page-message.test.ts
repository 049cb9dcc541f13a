import { ReportDataError } from "@actbench/report";
import { RunError } from "@actbench/sweep";
import { expect, it } from "vitest";
import { UsageError } from "../usage-error.js";
import { errorOf, plainError } from "./page-message.js";

it.each([
  new UsageError("no such run", "did you mean another?"),
  new RunError("run_damaged", "/a/run", "it is damaged"),
  new ReportDataError("the page was changed"),
  Object.assign(new Error("no space"), { code: "ENOSPC" }),
  new TypeError("a fault of ours"),
])("an error of a page's thread is in the command what it was there: %s", async (error) => {
  const back = await errorOf(structuredClone(plainError(error)));
  for (const key of ["message", "name", "code", "hint", "folder"])
    expect(Reflect.get(back, key), key).toBe(Reflect.get(error, key));
  if (!(error instanceof TypeError)) expect(back).toBeInstanceOf(error.constructor);
});

it("a thrown value that is not an error is reported as one", async () => {
  expect(await errorOf(plainError("a text"))).toMatchObject({ name: "Error", message: "a text" });
});
