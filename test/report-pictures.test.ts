import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { report } from "../packages/cli/src/api/report.js";
import { renderReport, verifyReport } from "../packages/report/src/index.js";
import { readRun } from "../packages/sweep/src/index.js";
import { CHARTS } from "../scripts/picture/charts.mjs";
import { fontWidth } from "../scripts/picture/font-width.mjs";
import { RUNS, type RunName, runFolder } from "../scripts/picture/runs.mjs";
import { SCHEMES, takePictures } from "../scripts/picture/take-pictures.mjs";
import { ROOT } from "./actbench.js";
import { browserOrSkip } from "./browser.js";
import { pictureDifference } from "./picture-difference.js";

const pictures = `${ROOT}docs/report/`;
const runs = Object.keys(RUNS) as RunName[];

it("every chart has its picture, light and dark, no other is left over, and the docs show each", () => {
  const expected = Object.keys(CHARTS).flatMap((name) => SCHEMES.map((scheme) => `${name}-${scheme}.png`));
  expect(expected.length).toBeGreaterThan(40);
  const there = readdirSync(pictures).filter((name) => name.endsWith(".png"));
  expect(there.sort()).toEqual(expected.sort());
  const text = readFileSync(`${ROOT}docs/reading-a-report.md`, "utf8");
  for (const name of expected) expect(text).toContain(`report/${name}`);
});

it.each(runs)("the committed run %s is still read, and its page is what its data gives", async (name) => {
  const { study, records, problems } = await readRun(runFolder(name));
  expect(problems).toEqual([]);
  expect(records.size).toBe(study.plan.length);
  const page = renderReport({ runs: [{ study, records: [...records.values()] }] });
  expect(verifyReport(page)).not.toHaveProperty("difference");
});

const executable = browserOrSkip();

describe.skipIf(executable === undefined)("what a browser draws of the committed runs", () => {
  let browser: Browser;
  let tab: Page;
  let sameFont = false;
  const folder = mkdtempSync(join(tmpdir(), "actbench-pictures-"));

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executable ?? "",
      args: ["--no-sandbox", "--disable-background-networking"],
    });
    tab = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** Pictures of a run's page with its text changed, by name. */
  async function taken(names: readonly RunName[], change = (page: string): string => page) {
    const pages: Partial<Record<RunName, URL>> = {};
    for (const name of names) {
      const complaints: string[] = [];
      const page = await report(runFolder(name), { onDamage: (message) => complaints.push(message) });
      expect(complaints, "train them again: pnpm pictures --train").toEqual([]);
      writeFileSync(join(folder, `${name}.html`), change(page));
      pages[name] = pathToFileURL(join(folder, `${name}.html`));
    }
    const found = new Map<string, Uint8Array>();
    await takePictures(browser, pages, (name, png) => void found.set(name, png));
    const [first] = Object.values(pages);
    if (first !== undefined) await tab.goto(first.href);
    const reviewed: unknown = JSON.parse(readFileSync(`${pictures}font.json`, "utf8"));
    sameFont = JSON.stringify(await fontWidth(tab)) === JSON.stringify(reviewed);
    return found;
  }

  /** Why a picture is not the one that was reviewed; undefined where it is. */
  async function fault(name: string, png: Uint8Array): Promise<string | undefined> {
    const pair = [readFileSync(`${pictures}${name}.png`), png] as const;
    if (sameFont) {
      const { widths, heights, pixels } = await pictureDifference(tab, pair, { by: 24 });
      const same = widths[0] === widths[1] && heights[0] === heights[1] && pixels <= FEW_PIXELS;
      return same ? undefined : `${name}: ${pixels} pixels differ, ${widths} wide, ${heights} high`;
    }
    const { widths, heights, share } = await pictureDifference(tab, pair, { by: 24, blocks: 8 });
    const near = [widths, heights].every(([a, b]) => Math.abs(a - b) <= 0.1 * Math.max(a, b));
    return near && share < 0.2 ? undefined : `${name}: ${share} differ, ${widths} wide, ${heights} high`;
  }

  async function faults(found: ReadonlyMap<string, Uint8Array>): Promise<readonly string[]> {
    const all: string[] = [];
    for (const [name, png] of found) all.push(...[(await fault(name, png)) ?? []].flat());
    return all;
  }

  it("are the reviewed pictures, light and dark", async () => {
    expect(await faults(await taken(runs))).toEqual([]);
  });

  it("a mark that is missing or of another colour is noticed where the font is that of the pictures", async () => {
    // Only lines of the gradients have this colour.
    const changed = await taken(["deep"], (page) =>
      page
        .replace(/(<section id="speed"[\s\S]*?)<circle[^>]*>/, "$1")
        .replaceAll("--c5:#c05a94", "--c5:#c0a45a"),
    );
    const found = (await faults(changed)).map((text) => text.split(":")[0]);
    if (sameFont) expect(found).toEqual(["gradients-light", "speed-light", "speed-dark"]);
  });
});

// A dot of a chart has some forty.
const FEW_PIXELS = 8;
