import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { report } from "../packages/cli/src/api/report.js";
import { renderReport, verifyReport } from "../packages/report/src/index.js";
import { LAYERS } from "../packages/report/src/style/palette.js";
import { readRun } from "../packages/sweep/src/index.js";
import { CHARTS } from "../scripts/picture/charts.mjs";
import { rendererOf } from "../scripts/picture/renderer.mjs";
import { RUNS, type RunName, runFolder } from "../scripts/picture/runs.mjs";
import { SCHEMES, takePictures } from "../scripts/picture/take-pictures.mjs";
import { ROOT } from "./actbench.js";
import { browserOrSkip } from "./browser.js";
import { changedPicture } from "./changed-picture.js";
import { pictureFault } from "./picture-fault.js";

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
  let sameRenderer = false;
  const folder = mkdtempSync(join(tmpdir(), "actbench-pictures-"));
  const html = new Map<RunName, string>();
  const reviewed = (name: string): Uint8Array => readFileSync(`${pictures}${name}.png`);

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executable ?? "",
      args: ["--no-sandbox", "--disable-background-networking"],
    });
    for (const name of runs) {
      const complaints: string[] = [];
      html.set(name, await report(runFolder(name), { onDamage: (message) => complaints.push(message) }));
      expect(complaints, "train them again: pnpm pictures --train").toEqual([]);
    }
    tab = await browser.newPage();
    await tab.goto(written("quickstart").href);
    const before: unknown = JSON.parse(readFileSync(`${pictures}renderer.json`, "utf8"));
    sameRenderer = JSON.stringify(await rendererOf(tab)) === JSON.stringify(before);
    await tab.goto("about:blank");
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** The file of a run's page, its text changed. */
  function written(name: RunName, change = (page: string): string => page): URL {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, change(html.get(name) ?? ""));
    return pathToFileURL(file);
  }

  /** What is wrong with the pictures of pages, each line with the picture's name. */
  async function faults(pages: Partial<Record<RunName, URL>>): Promise<readonly string[]> {
    const found = new Map<string, Uint8Array>();
    await takePictures(browser, pages, (name, png) => void found.set(name, png));
    const all: string[] = [];
    for (const [name, png] of found) {
      const fault = await pictureFault(tab, [reviewed(name), png], sameRenderer);
      if (fault !== undefined) all.push(`${name}: ${fault}`);
    }
    return all;
  }

  it("are the reviewed pictures, light and dark", async () => {
    const pages = Object.fromEntries(runs.map((name) => [name, written(name)]));
    expect(await faults(pages)).toEqual([]);
  });

  it("a mark that is missing or of another color is noticed by the renderer that drew the pictures", async () => {
    // Only lines of the gradients have this color. The page's policy allows its own style alone, told by its
    // hash.
    const deep = written("deep", (page) =>
      page
        .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
        .replace(/(<section id="speed"[\s\S]*?)<circle[^>]*>/, "$1")
        .replaceAll(`--l4:${LAYERS[4]?.light}`, "--l4:#c0a45a"),
    );
    const found = (await faults({ deep })).map((text) => text.split(":")[0]);
    if (sameRenderer) expect(found.sort()).toEqual(["gradients-light", "speed-dark", "speed-light"]);
  });

  // One in six stands for all; `report-pictures.slow.test.ts` takes each.
  const changed = Object.keys(CHARTS).filter((_, i) => process.env.PICTURES === "whole" || i % 6 === 0);
  it.each(changed)(
    "%s: another renderer may draw it a pixel aside, and may not leave it out",
    async (chart) => {
      const picture = reviewed(`${chart}-light`);
      const shifted = await changedPicture(tab, picture, "shifted");
      expect(await pictureFault(tab, [picture, shifted], true)).toMatch(/pixels differ/);
      expect(await pictureFault(tab, [picture, shifted], false)).toBeUndefined();
      const empty = await changedPicture(tab, picture, "empty");
      expect(await pictureFault(tab, [picture, empty], false)).toMatch(/differ where/);
    },
  );
});
