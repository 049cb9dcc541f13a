import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { ROOT, temporaryFolder } from "../../../test/actbench.js";
import { FIGURE_NAMES, renderFigure } from "../../report/src/index.js";
import { CATEGORIES, CLASSES } from "../../report/src/style/palette.js";
import { viewRun } from "../../report/src/view/run-view.js";
import { quickstartActivations } from "../../report/test/synthetic-activations.js";
import { syntheticRun } from "../../report/test/synthetic-study.js";
import { runHere } from "./run-here.js";

const { resolve } = createRequire(import.meta.url);
const FONTS = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) =>
  resolve(`dejavu-fonts-ttf/ttf/${name}`),
);
const { study, records, ...rest } = syntheticRun({ faults: "none" });
const frame = { classes: "0011", dead: [[1, 1, 0] as const], epoch: 5 };
const regions = [0, 1].map((point) => ({
  ...{ point, seed: 0, domain: [-1, 1, -1, 1] as const, side: 2 },
  frames: [frame],
}));
const run = { study, records, ...rest, regions };

/** How many pixels of a drawn figure have a color, to a step or two of rounding. */
function pixelCounter(svg: string): (color: string) => number {
  const picture = new Resvg(svg, {
    fitTo: { mode: "width", value: 1000 },
    font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: "DejaVu Sans" },
  }).render();
  const { pixels } = picture;
  return (color) => {
    const wanted = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
    let count = 0;
    for (let at = 0; at < pixels.length; at += 4)
      if (wanted.every((value, i) => Math.abs((pixels[at + i] ?? 0) - value) <= 2)) count++;
    return count;
  };
}

const options = { width: 85, style: "paper" } as const;
const inks = [...new Set(viewRun(run).points.map(({ color }) => CATEGORIES[color]?.light ?? ""))];

describe("a figure drawn by a renderer that drops in silence what it does not know", () => {
  it.each(FIGURE_NAMES)("%s has words, and nothing that the renderer would drop", (figure) => {
    const svg = renderFigure(run, { figure, ...options }) ?? "";
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" class="[^"]+" width="85mm" height="[\d.]+mm"/,
    );
    expect(svg).not.toMatch(/var\(|foreignObject|color-mix|:is\(|:hover|undefined|NaN/);
    expect(svg.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")).toMatch(/n = 3 seeds/);
    // Ink of labels: without a font they would be left out.
    const wordless = svg.replaceAll("<text", "<!--").replaceAll("</text>", "-->");
    expect(pixelCounter(svg)("#57606a") - pixelCounter(wordless)("#57606a")).toBeGreaterThan(200);
  });

  it.each(["forest", "curves", "learning-rate", "pareto"] as const)(
    "%s draws each activation in its color",
    (figure) => {
      const count = pixelCounter(renderFigure(run, { figure, ...options }) ?? "");
      const drawn = figure === "forest" ? inks.filter((ink) => ink !== CATEGORIES[0]?.light) : inks;
      expect(drawn.length).toBeGreaterThan(4);
      for (const ink of drawn) expect(count(ink), ink).toBeGreaterThan(30);
    },
  );

  it("dead has heat, importance bars, regions both classes", () => {
    const of = (figure: (typeof FIGURE_NAMES)[number]) =>
      pixelCounter(renderFigure(run, { figure, ...options }) ?? "");
    expect(of("importance")("#0b5cad")).toBeGreaterThan(2000);
    expect(of("dead")("#f1f3f5")).toBeGreaterThan(2000);
    for (const { light } of CLASSES.slice(0, 2)) expect(of("regions")(light)).toBeGreaterThan(2000);
  });

  it("is wider for a page than for a column, and has larger words for slides", () => {
    const of = (width: number, style: "paper" | "slides") =>
      /viewBox="0 0 (\d+)/.exec(renderFigure(run, { figure: "forest", width, style }) ?? "")?.[1];
    expect([of(85, "paper"), of(170, "paper"), of(254, "slides")]).toEqual(["328", "720", "328"]);
  });

  it("is undefined where there is nothing to draw", () => {
    const one = syntheticRun({
      activations: quickstartActivations.slice(0, 1),
      inits: ["he_normal"],
      lrs: [0.1],
    });
    expect(renderFigure(one, { figure: "learning-rate", ...options })).toBeUndefined();
    expect(renderFigure(one, { figure: "forest", ...options })).toBeUndefined();
  });
});

it("actbench export writes a figure as an SVG without text and as a PNG of 300 dots an inch", async () => {
  const cwd = temporaryFolder();
  const run = join(ROOT, "docs/report/deep");
  const figure = (...args: string[]) => runHere(["export", run, "--figure", "forest", ...args], cwd);
  expect((await figure("--width", "85mm", "-o", "forest.svg")).stdout).toBe("forest.svg\n");
  const svg = readFileSync(join(cwd, "forest.svg"), "utf8");
  expect(svg).toMatch(/^<svg width="85mm" height="[\d.]+mm"/);
  expect(svg).not.toContain("<text");
  await figure("--format", "png", "--width", "85", "-o", "forest.png");
  const png = readFileSync(join(cwd, "forest.png"));
  expect([png.toString("latin1", 1, 4), png.readUInt32BE(16)]).toEqual(["PNG", 1004]);
  const wrong = await figure("--format", "csv");
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("write it as svg or png")]);
  expect((await figure("--format", "png")).stderr).toContain("name a file: -o forest.png");
  expect((await figure("--width", "5")).stderr).toContain("20mm to 1000mm");
  const none = await runHere(["export", run, "--format", "png"], cwd);
  expect(none.stderr).toContain("--figure forest|curves|dead|");
});
