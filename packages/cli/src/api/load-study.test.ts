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

const circle: Record<string, unknown> = {};
circle.within = { circle };

it.each([
  [{ model: new Map([["hidden", [4]]]) }, "model is a Map"],
  [{ parameters: { activation: new Set(["relu"]) } }, "parameters.activation is a Set"],
  [{ model: { hidden: new Uint8Array([3]) } }, "model.hidden is a Uint8Array"],
  [{ name: new Date(0) }, "name is a Date"],
  [{ seeds: () => 3 }, "seeds is a function"],
  [{ seeds: 2n }, "seeds is 2"],
  [{ name: Symbol("x") }, "name is Symbol(x)"],
  [{ train: { lr: Number.NaN } }, "train.lr is NaN"],
  [{ parameters: { "train.lr": [0.1, Number.POSITIVE_INFINITY] } }, "parameters.train.lr[1] is Infinity"],
  [{ parameters: { activation: ["relu", undefined] } }, "parameters.activation[1] is undefined"],
  [circle, "within.circle.within is part of itself"],
  [JSON.parse(`${'{"a":'.repeat(9000)}1${"}".repeat(9000)}`), "a.a.a"],
])("a value that a file cannot hold is refused with its place, not left out", async (held, said) => {
  const refused = loadStudy({ ...STUDY, ...held });
  await expect(refused).rejects.toMatchObject({ code: "usage", message: expect.stringContaining(said) });
});

it("a key without a value is left out, and objects of any realm are objects", async () => {
  const plain = Object.assign(Object.create(null) as object, STUDY, { stats: undefined });
  expect((await loadStudy(plain as Record<string, unknown>)).sweep.plan).toHaveLength(6);
});

it("an option that is part of itself is refused as any other", async () => {
  await expect(loadStudy(STUDY, { cwd: circle as unknown as string })).rejects.toMatchObject({
    code: "usage",
  });
});
