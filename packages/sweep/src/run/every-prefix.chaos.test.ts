import { expect, it } from "vitest";
import { goOnFromPrefix, wholeRun } from "../../test/damaged-run.js";

it("a run goes on from every single byte prefix of its journal, to the same bytes", async () => {
  const run = await wholeRun();
  expect(run.journal.length).toBeGreaterThan(5000);
  for (let bytes = 0; bytes <= run.journal.length; bytes++) await goOnFromPrefix(run, bytes);
});
