import type { StudyRecord } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { hostileActivations } from "../../test/synthetic-activations.js";
import { syntheticRun } from "../../test/synthetic-study.js";
import { extractRun, extractRuns } from "../data/extract-runs.js";
import { MAX_EPOCHS } from "../data/thin-curve.js";
import { sections } from "../sections/sections.js";
import type { Run } from "../view/run.js";
import { renderReport } from "./render-report.js";

const page = (run: Run): string => renderReport({ runs: [run] });
/** The sections without data, which one closed line names at the end. */
const absentSections = (html: string): readonly string[] => {
  const line = /<details class="not-here">.*?<\/details>/s.exec(html)?.[0] ?? "";
  return Array.from(line.matchAll(/<li id="([^"]*)"/g), ([, id = ""]) => id);
};
/** What a reader sees: the page without its style, its script and its data. */
const visible = (html: string): string => html.replace(/<(style|script)[\s\S]*?<\/\1>/g, "");

describe("renderReport", () => {
  it("shows every section, and none absent but what needs two inputs, fresh seeds or numbers to predict, for a run with everything", () => {
    // Six conditions: two initializers at three learning rates.
    const html = page(syntheticRun({ faults: "none", gradients: true, lrs: [0.1, 0.2, 0.8] }));
    expect(absentSections(html)).toEqual(["finalists", "regions", "fits"]);
    const shown = sections.filter(({ id }) => !["finalists", "regions", "fits"].includes(id));
    for (const { id } of shown) expect(html).toContain(`<section id="${id}"`);
  });

  it("gives the same bytes for the same run, in whatever order trials ended", () => {
    const { study, records } = syntheticRun();
    expect(page({ study, records: records.toReversed() })).toBe(page({ study, records }));
  });

  it("can be made again from the data it holds, byte for byte, also with long curves", () => {
    const long = { epochs: 60, lrs: [0.1] };
    for (const run of [syntheticRun(), syntheticRun(long), syntheticRun({ ...long, gradients: true })]) {
      const html = page(run);
      const again = extractRun(html);
      expect(page(again)).toBe(html);
      for (const { curve } of again.records) expect(curve.length).toBeLessThanOrEqual(MAX_EPOCHS);
    }
  });

  it("asks for nothing outside and runs nothing but the one script whose hash it names", () => {
    const html = page(
      syntheticRun({ activations: hostileActivations, name: "</title><script>alert(1)</script>" }),
    );
    expect(html).toContain("default-src &#39;none&#39;");
    expect(html).not.toMatch(/(?:src|href|action|data|poster|srcset)="(?!data:|#)/);
    // A file that a reader saves is an object of the page's own.
    const own = html.replaceAll(/(?:create|revoke)ObjectURL/g, "");
    expect(own).not.toMatch(/url\(|@import| style="|javascript:/i);
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toContain("<img src=x");
    expect(visible(html)).not.toMatch(/ on\w+="/);
  });

  it("never shows a value that does not exist", () => {
    for (const run of [syntheticRun(), syntheticRun({ seeds: 1 }), syntheticRun({ validation: 0 })]) {
      const text = visible(page(run)).replace(/<[^>]*>/g, " ");
      expect(text).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
    }
  });

  it("draws no coordinate that is not a number", () => {
    const run = syntheticRun({ seeds: 1, epochs: 1, lrs: [0.1] });
    expect(page(run)).not.toMatch(/="[^"]*(?:NaN|Infinity|undefined)[^"]*"/);
  });

  it("says on the line how many seeds diverged, and gives one seed no interval", () => {
    const html = page(syntheticRun({ faults: "none" }));
    expect(html).toContain("2 of 3 seeds diverged");
    const board = /<section id="leaderboard"[\s\S]*?<\/section>/.exec(page(syntheticRun({ seeds: 1 })))?.[0];
    expect(visible(board ?? "").replace(/<p class="note">.*?<\/p>/s, "")).not.toContain("±");
  });

  it("says why sections are absent when nothing has run", () => {
    const { study } = syntheticRun();
    const { baseline: _, ...bare } = study;
    const empty: StudyRecord = { ...bare, activations: [], data: [] };
    const html = page({ study: empty, records: [] });
    const still = ["findings", "claims", "failures", "trials", "method", "machine", "parallel"];
    expect(absentSections(html)).toEqual(sections.map(({ id }) => id).filter((id) => !still.includes(id)));
    expect(html).toContain(
      '<b>Effects against the baseline</b> The study names no baseline. <code class="yaml">baseline: { activation: relu }</code>',
    );
    expect(visible(html)).toContain("84 not run");
  });

  it("renders a study without trials, and one whose trials all failed", () => {
    const { study, records } = syntheticRun();
    const none: StudyRecord = { ...study, points: [], plan: [], seeds: [], axes: [] };
    expect(page({ study: none, records: [] })).toContain("The plan holds no trial.");
    const failed = records.map(({ id }) => ({
      status: "failed" as const,
      id,
      curve: [],
      error: { code: "e", message: "<b>no</b>" },
    }));
    const html = page({ study, records: failed });
    expect(html).toContain("e: &lt;b&gt;no&lt;/b&gt;");
    expect(html).toContain("No trial has completed");
  });

  it("keeps the fragments of several runs apart and gives them all back", () => {
    const runs = [syntheticRun({ name: "one" }), syntheticRun({ name: "two", lrs: [0.1] })];
    const html = renderReport({ runs });
    const ids = [...html.matchAll(/ id=(?:"([^"]*)"|(run\S+))/g)].map(([, id, row]) => id ?? row);
    expect(new Set(ids).size).toBe(ids.length);
    expect(extractRuns(html).map(({ study }) => study.name)).toEqual(["one", "two"]);
    const [top = ""] = /<section class="together"[\s\S]*?<\/section>/.exec(html) ?? [];
    expect(top).toMatch(/<b>A<\/b> .*one.*train\.lr: 0\.1, 0\.8; 28 configurations/);
    expect(top).toMatch(/<b>B<\/b> .*two.*train\.lr: 0\.1; 14 configurations/);
    const letters = [...top.matchAll(/<td data-l="run">(\w)/g)].map(([, letter]) => letter);
    expect(new Set(letters)).toEqual(new Set(["A", "B"]));
    expect(letters.length).toBeGreaterThan(30);
    for (const [, target] of html.matchAll(/ href="#([^"]*)"/g)) expect(ids).toContain(target);
  });

  it("gives no rows to thousands of trials that have not run, says so, and gives them back", () => {
    const { study, records } = syntheticRun({
      lrs: Array.from({ length: 40 }, (_, i) => (i + 1) / 100),
      epochs: 1,
    });
    const few = { study, records: records.slice(0, 5) };
    const html = page(few);
    expect(html).toContain("have no row: more than 1,000 are not listed.");
    expect(html.match(/<tr id=trial-/g)).toHaveLength(5);
    expect(extractRun(html).study.plan).toEqual(study.plan);
    expect(page(extractRun(html))).toBe(html);
    expect(html.length).toBeLessThan(1e6);
  });

  it("leaves out and counts what would be too many charts", () => {
    const html = page(syntheticRun({ lrs: [0.05, 0.1, 0.15, 0.2], faults: "none" }));
    expect(html).toContain("Shown are the 30 best by rank; 26 configurations left out.");
  });
});
