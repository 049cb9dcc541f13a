import { describe, expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { extractRun } from "../data/extract-runs.js";
import { renderReport } from "../page/render-report.js";
import type { Fits } from "../view/fits.js";

const line: Fits = {
  places: [
    {
      dataset: "sine",
      targets: ["y"],
      grid: { domain: [-2, 2, 0, 0], columns: 4, rows: 1 },
      trained: [-1, 1],
      rows: [
        { subset: "train", inputs: [-1, 0, 1], values: [-0.8, 0, 0.8] },
        { subset: "test", inputs: [-2, 2], values: [-0.9, 0.9] },
      ],
    },
  ],
  points: [
    {
      point: 2,
      seed: 1,
      dataset: "sine",
      frames: [
        { epoch: 0, values: [0, 0, 0, 0] },
        { epoch: 3, values: [-1, -0.5, 0.5, 1] },
      ],
      rows: [
        [-0.7, 0, 0.7],
        [-0.8, 0.7],
      ],
    },
  ],
};

const picture: Fits = {
  places: [
    {
      dataset: "digit",
      targets: ["red", "green", "blue"],
      grid: { domain: [-1, 1, -1, 1], columns: 2, rows: 2 },
      truth: [1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1],
      rows: [{ subset: "test", inputs: [0, 0], values: [0.5, 0.5, 0.5] }],
    },
  ],
  points: [
    {
      point: 0,
      seed: 0,
      dataset: "digit",
      frames: [{ epoch: 2, values: [1, 0, 0, 0, 1, 0, 0, 0, 0.5, 1, 1, 1] }],
      rows: [[0.25, 0.5, 0.5]],
    },
  ],
};

function sectionOf(fits?: Fits) {
  const { study, records } = syntheticRun({ lrs: [0.1], seeds: 2 });
  const page = renderReport({ runs: [{ study, records, ...(fits && { fits }) }] });
  return { page, section: /<section id="fits"[\s\S]*?<\/section>/.exec(page)?.[0] ?? "" };
}

describe("fitted functions", () => {
  it("are a curve for each epoch over the rows of the data, and predictions and residuals of the test rows", () => {
    const { page, section } = sectionOf(line);
    expect(section.match(/class="fit-rows"/g)).toHaveLength(2);
    // Left and right of what it was trained on, at both epochs.
    expect(section.match(/class="beyond"/g)).toHaveLength(4);
    expect(section.match(/class="fit-dots"/g)).toHaveLength(2);
    expect(section).toContain("trained on inputs from −1 to 1");
    // √((0.1² + 0.2²) / 2)
    expect(section).toContain("0.1581");
    const back = extractRun(page);
    expect(back.fits).toEqual(line);
    expect(renderReport({ runs: [back] })).toBe(page);
  });

  it("are the picture as it is, where the best errs, and what each network makes of it", () => {
    const { page, section } = sectionOf(picture);
    expect(section.match(/<img class="fit-map"/g)).toHaveLength(3);
    expect(section).toContain('alt="The picture: ');
    expect(renderReport({ runs: [extractRun(page)] })).toBe(page);
  });

  it("are not there where networks tell classes", () => {
    const { page, section } = sectionOf();
    expect(section).toBe("");
    expect(page).toContain("Fitted functions are those of networks that predict numbers");
  });
});
