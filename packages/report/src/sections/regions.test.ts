import { expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { extractRun } from "../data/extract-runs.js";
import { packRegions, unpackRegions } from "../data/packed-regions.js";
import { renderReport } from "../page/render-report.js";

const regions = [
  {
    point: 3,
    seed: 1,
    domain: [-1, 1, -2, 2] as const,
    side: 2,
    frames: [
      { epoch: 0, classes: "0000", dead: [] },
      { epoch: 4, classes: "0121", dead: [[1, 1, -0.5] as const] },
    ],
  },
];

it("draws a grid for each epoch with the line of each dead unit, says the shares, and gives them back", () => {
  const { study, records } = syntheticRun({ lrs: [0.1], seeds: 2 });
  const page = renderReport({ runs: [{ study, records, regions }] });
  const [section = ""] = /<section id="regions"[\s\S]*?<\/section>/.exec(page) ?? [];
  expect(section.match(/<svg/g)).toHaveLength(2);
  expect(section.match(/class="dead-line"/g)).toHaveLength(1);
  expect(section).toContain("class 1 50 %, class 0 25 %, class 2 25 %");
  expect(section).toContain("epoch 4 · 1 dead");
  const back = extractRun(page);
  expect(back.regions).toEqual(regions);
  expect(renderReport({ runs: [back] })).toBe(page);
});

it("refuses regions that do not fill their grid or are too many", () => {
  const [good] = regions;
  if (good === undefined) throw new Error("no regions");
  const packed = packRegions(good);
  expect(unpackRegions(packed)).toEqual(good);
  expect(() => unpackRegions({ ...packed, side: 3 })).toThrow("4 cells of a plane, not 9");
  expect(() => unpackRegions({ ...packed, side: 1000 })).toThrow("regions of 1000 cells a side");
});
