import { expect, it } from "vitest";
import { syntheticRun } from "../test/synthetic-study.js";
import { extractRun, findings, renderReport } from "./index.js";

it("does what the README shows", () => {
  const { study, records } = syntheticRun();
  const page = renderReport({ runs: [{ study, records }] });
  expect(page.startsWith("<!doctype html>")).toBe(true);
  expect(extractRun(page).study.name).toBe(study.name);
  for (const { text } of findings(study, records)) expect(text).toMatch(/\.$/);
});
