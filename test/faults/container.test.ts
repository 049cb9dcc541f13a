import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ROOT } from "../actbench.js";
import { isSent, RECIPE, recipeStages } from "../container/recipe.js";

// Its steps are done in test/container/container.slow.test.ts.
describe("the recipe of a container image", () => {
  const [build = [], image = []] = recipeStages();
  const of = (keyword: string) => image.filter((one) => one.keyword === keyword).map(({ words }) => words);

  it("SIGTERM to a container: Node is its process 1, without a shell or npx in between", () => {
    expect(of("ENTRYPOINT").map((words) => JSON.parse(words) as unknown)).toEqual([
      ["node", "/app/dist/main.bundle.js"],
    ]);
    // The same program by its name, for a line of a shell that begins with exec.
    expect(of("RUN").join("\n")).toContain("ln -s /app/dist/main.bundle.js /usr/local/bin/actbench");
    expect(of("COPY")).toEqual(["--from=build /app /app"]);
    expect(of("USER")).toEqual(["node"]);
  });

  it("builds with the pnpm of the clone, on a Node that actbench supports", () => {
    const { packageManager } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as {
      readonly packageManager: string;
    };
    const lines = build.filter(({ keyword }) => keyword === "RUN").map(({ words }) => words);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toContain(`npx --yes ${packageManager} `);
    for (const [from] of [build, image]) expect(from?.words).toMatch(/^node:(2[246])-slim( AS build)?$/);
  });

  it("sends what the build reads, and nothing that it makes", () => {
    for (const path of [
      "package.json",
      "pnpm-lock.yaml",
      "pnpm-workspace.yaml",
      "tsconfig.base.json",
      "turbo.json",
    ])
      expect([path, existsSync(ROOT + path), isSent(path)]).toEqual([path, true, true]);
    expect(["scripts/bundle.mjs", "packages/cli/src/main.ts"].map(isSent)).toEqual([true, true]);
    expect(
      [
        ".git/config",
        "results/a",
        "node_modules/x",
        "packages/cli/dist/main.js",
        "packages/cli/node_modules/x",
        RECIPE,
      ].filter(isSent),
    ).toEqual([]);
  });
});
