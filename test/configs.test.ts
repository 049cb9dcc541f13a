import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { actbench, ROOT } from "./actbench.js";

const configs = readdirSync(`${ROOT}configs`, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => `configs/${file.replaceAll("\\", "/")}`);

describe("the sweep files that come with actbench", () => {
  it("are all valid", async () => {
    const { code, stdout } = await actbench(["validate", ...configs], { cwd: ROOT });
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => line.replace(/: ok.*/, ": ok")),
    ).toEqual(configs.map((config) => `${config}: ok`));
    expect(code).toBe(0);
  });
});
