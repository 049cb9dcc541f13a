import { describe, expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { rankPoints } from "../view/rank-points.js";
import { renderRanking } from "./render-ranking.js";

describe("renderRanking", () => {
  it("draws the best points with every seed, as a file that stands alone", () => {
    const run = syntheticRun();
    const svg = renderRanking(run, 5);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [\s\S]*<style>[\s\S]*<\/svg>\n$/);
    expect(svg.match(/<circle class="mean"/g)).toHaveLength(5);
    const strokes = [...svg.matchAll(/<path class="seed" d="([^"]*)"/g)].map(([, d = ""]) => d);
    expect(strokes.flatMap((d) => d.match(/M[\d.]+,[\d.]+v10/g) ?? [])).toHaveLength(15);
    const labels = [...svg.matchAll(/<text class="strong" x="12"[^>]*>([^<]+)</g)].map(([, label]) => label);
    expect(labels).toEqual(
      rankPoints(run.study, run.records)
        .slice(0, 5)
        .map(({ point }) => point.label),
    );
    expect(svg).not.toContain("NaN");
  });

  it("draws a run of which nothing is finished", () => {
    const svg = renderRanking({ ...syntheticRun(), records: [] }, 3);
    expect(svg).not.toContain("<circle");
    expect(svg).not.toContain("NaN");
  });
});
