import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { loadStudy } from "./load-study.js";

const STUDY = {
  name: "three-ways",
  dataset: { name: "two_moons", train: 64, validation: 32, test: 32 },
  model: { hidden: [4] },
  parameters: { activation: ["relu", { name: "leaky_relu", alpha: [0.01, 0.1] }] },
  seeds: 2,
};

it("a study from a file, a text and an object is the same plan", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "actbench study "));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const text = JSON.stringify(STUDY);
  writeFileSync(join(cwd, "s.yaml"), text);
  const idsOf = ({ sweep }: Awaited<ReturnType<typeof loadStudy>>) => sweep.plan.map(({ id }) => id);
  const ofFile = idsOf(await loadStudy("s.yaml", { cwd }));
  expect(ofFile).toHaveLength(6);
  expect(idsOf(await loadStudy("not-there.yaml", { cwd, text }))).toEqual(ofFile);
  expect(idsOf(await loadStudy(STUDY, { cwd }))).toEqual(ofFile);
});

it("a mistake in an object has its place, and what is neither path nor object is refused", async () => {
  await expect(loadStudy({ ...STUDY, sedes: 3 })).rejects.toThrow(
    /study\.yaml:\d+:\d+: sedes: unknown key.*seeds/,
  );
  for (const wrong of [[], 3, null, undefined, Promise.resolve(STUDY)])
    await expect(loadStudy(wrong as unknown as string)).rejects.toMatchObject({ code: "usage" });
});
