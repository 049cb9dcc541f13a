import { describe, expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import type { FindingKind } from "./finding.js";
import { findings } from "./findings.js";

const run = syntheticRun({ faults: "none" });
const found = findings(run.study, run.records);
const lines = (kind: FindingKind): readonly string[] =>
  found.filter((f) => f.kind === kind).map(({ text }) => text);

describe("findings", () => {
  it("names the best point with n and interval, and says when the seeds cannot tell it from the next", () => {
    expect(lines("best")[0]).toMatch(
      /^gelu · he_normal · lr 0\.8 has the best validation accuracy: [\d.]+ % \[[\d., ]+\], n = 3; test accuracy/,
    );
    expect(lines("lead")[0]).toMatch(
      /n = 3, paired by seed: undecided \(3 seeds have 80 % power only for differences ≥ [\d.]+ pp; detecting 0\.50 pp needs \d+ seeds \(\d+ more\)\)\.$/,
    );
  });

  it("binds a sentence to each verdict against the baseline, with n, interval and test, and has none without", () => {
    const hot = syntheticRun({ faults: "none", seeds: 8, lrs: [0.8], inits: ["xavier_uniform"] });
    const texts = findings(hot.study, hot.records)
      .filter(({ kind }) => kind === "effect")
      .map(({ text }) => text);
    for (const text of texts) expect(text).toMatch(/[+−][\d.]+ pp \[[^\]]+\], n = 8/);
    expect(texts).toContainEqual(
      expect.stringMatching(
        /^elu is worse than relu, each at its best settings: .* \(p [<=] .* \(t test\), Holm-adjusted /,
      ),
    );
    expect(texts).toContainEqual(expect.stringMatching(/^(Inconclusive against|Equivalent to) relu, /));
    const one = syntheticRun({ faults: "none", seeds: 1 });
    expect(findings(one.study, one.records).filter(({ kind }) => kind === "effect")).toEqual([]);
  });

  it("names each point that lost a tenth of its units and still learns", () => {
    expect(lines("lost_units").map((text) => text.split(" still trains")[0])).toEqual([
      "relu · he_normal · lr 0.8",
      "relu · xavier_uniform · lr 0.8",
    ]);
    expect(lines("lost_units")[0]).toMatch(
      /dead [\d.]+ % \[[\d., ]+\], n = 3 \(measured on 20,000 examples\)/,
    );
  });

  it("says how many of a point's units died and came back where the study counts it", () => {
    const counted = syntheticRun({ faults: "none", turnover: true });
    const [text] = findings(counted.study, counted.records)
      .filter(({ kind }) => kind === "lost_units")
      .map((f) => f.text);
    expect(text).toMatch(
      /examples\); [\d.]+ % \[[\d., ]+\], n = 3 died at some epoch, and [\d.]+ % \[[\d., ]+\], n = 3 of those came back; /,
    );
    expect(lines("lost_units").join()).not.toContain("came back");
  });

  it("says of each activation that cannot lose units how it fares there, with its inactive rate", () => {
    const text = lines("cannot_die").find((line) => line.startsWith("leaky_relu(alpha=0.01)"));
    expect(text).toMatch(
      /has no dead units where another activation loses them, at 2 settings.*cannot have dead units.*inactive [\d.]+ % .*n = 3/,
    );
    expect(lines("cannot_die").some((line) => /^(elu|prelu|relu) /.test(line))).toBe(false);
  });

  it("counts diverged seeds and names the first place", () => {
    expect(lines("diverged")).toEqual([
      expect.stringMatching(
        /^prelu · xavier_uniform · lr 0\.8 diverged at 2 of 3 seeds, first at update 12 in layer 1; validation accuracy of the others: [\d.]+ %, n = 1\.$/,
      ),
      expect.stringMatching(/^prelu · he_normal · lr 0\.8 diverged at every seed \(n = 3\)/),
    ]);
  });

  it("tells a constant network from one that learned", () => {
    expect(lines("constant").map((text) => text.split(" collapsed")[0])).toEqual([
      "elu · xavier_uniform · lr 0.8",
      "elu · he_normal · lr 0.8",
    ]);
  });

  it("says what has no result", () => {
    const partial = syntheticRun();
    const texts = findings(partial.study, partial.records).map(({ text }) => text);
    expect(texts).toContainEqual(
      expect.stringContaining(
        "5 trials have no result: 1 failed, 1 timed out, 1 out of memory, 1 pruned, 1 not run.",
      ),
    );
    expect(findings(partial.study, []).map(({ kind }) => kind)).toEqual(["unfinished"]);
  });

  it("limits the lines of one kind and counts the rest", () => {
    const wide = syntheticRun({ lrs: Array.from({ length: 12 }, (_, i) => 0.6 + i / 100), faults: "none" });
    const all = findings(wide.study, wide.records);
    expect(all.filter(({ kind }) => kind === "constant")).toHaveLength(12);
    expect(all.map(({ text }) => text)).toContain(
      "12 more configurations became a constant: see the leaderboard.",
    );
  });
});

it("does not count a point that learned at some seeds only among those that live", () => {
  const records = run.records.map((record, i) => {
    // The second seed of gelu with Xavier at 0.8 gets the curve of elu there, which is a constant's.
    const constant = run.records[52];
    return i === 64 && record.status === "completed" && constant
      ? { ...record, curve: constant.curve }
      : record;
  });
  const texts = findings(run.study, records).map(({ text }) => text);
  expect(texts).toContainEqual(expect.stringMatching(/^gelu has no dead units where .* at 1 of 2 settings/));
  expect(texts).toContainEqual(
    expect.stringMatching(
      /^gelu · xavier_uniform · lr 0\.8 collapsed in 1 of 3 seeds: training accuracy 11\./,
    ),
  );
});
