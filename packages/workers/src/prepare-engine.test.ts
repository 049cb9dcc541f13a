import { kernelsAreRight, NARROW_LANES, setLanePlan, WIDE_LANES } from "@actbench/core/internal";
import { afterEach, describe, expect, it } from "vitest";
import { chooseSetup, type EngineFacts, fasterSetup, prepareEngine } from "./prepare-engine.js";

const NODE_24: EngineFacts = { v8: "13.6.233.17-node.41", arch: "x64", fma: true, wanted: undefined };

afterEach(() => setLanePlan(NARROW_LANES));

describe("the setup of an engine", () => {
  it.each<[string, Partial<EngineFacts>, string]>([
    ["Node 24 on x64", {}, "256-bit"],
    ["Node 22", { v8: "12.4.254.21-node.33" }, "128-bit, turboshaft"],
    ["a newer V8, when wanted", { v8: "15.1.0", wanted: "wide" }, "256-bit"],
  ])("%s is tried with faster kernels", (_, facts, kernels) => {
    expect(fasterSetup({ ...NODE_24, ...facts })).toMatchObject({ kernels });
  });

  it.each<[string, Partial<EngineFacts>, string]>([
    ["Node 20", { v8: "11.3.244.8-node.33" }, "does not merge pairs"],
    ["ARM", { arch: "arm64" }, "x64 processors"],
    ["a processor without fused multiply-add", { fma: false }, "x64 processors"],
    ["a newer V8", { v8: "15.1.0" }, "ACTBENCH_LANES=wide"],
    ["Node 26", { v8: "14.6.202.34-node.20" }, "ACTBENCH_LANES=wide"],
    ["switched off", { wanted: "narrow" }, "ACTBENCH_LANES is narrow"],
  ])("%s keeps 128 bits, and says why", (_, facts, why) => {
    expect(fasterSetup({ ...NODE_24, ...facts })).toContain(why);
  });
});

it("a flag under which kernels give other weights is taken back", () => {
  const flags: string[] = [];
  const engine = { setFlag: (flag: string) => flags.push(flag), kernelsAreRight: () => false };
  const setup = chooseSetup(NODE_24, engine);
  expect(setup).toMatchObject({ lanes: NARROW_LANES, kernels: "128-bit" });
  expect(setup.why).toContain("wrong weights");
  expect(flags).toEqual([
    "--experimental-wasm-revectorize",
    "--no-liftoff",
    "--liftoff",
    "--no-experimental-wasm-revectorize",
  ]);
});

it("wide kernels that are right are taken", () => {
  const { fma } = prepareEngine();
  const tested: string[] = [];
  const setup = chooseSetup(NODE_24, {
    setFlag: () => {},
    kernelsAreRight: (numerics) => tested.push(numerics) === 1 && kernelsAreRight(fma ? numerics : "strict"),
  });
  expect(setup).toMatchObject({ lanes: WIDE_LANES, kernels: "256-bit" });
  expect(tested).toEqual(["fma"]);
});

it("this process gets one setup, whose kernels are right", () => {
  const setup = prepareEngine();
  expect(prepareEngine()).toBe(setup);
  expect(setup.why).not.toContain("wrong weights");
  expect(kernelsAreRight(setup.fma ? "fma" : "strict")).toBe(true);
});
