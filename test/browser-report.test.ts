import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderComparison, renderReport } from "../packages/report/src/index.js";
import { sections } from "../packages/report/src/sections/sections.js";
import { hostileActivations, quickstartActivations } from "../packages/report/test/synthetic-activations.js";
import { syntheticRun } from "../packages/report/test/synthetic-study.js";
import { axeFaults } from "./axe-faults.js";
import { type BrowserDesk, browserOrSkip, startBrowser } from "./browser.js";
import { cutTexts } from "./browser-layout.js";
import { hardOnAPhone } from "./hard-on-a-phone.js";
import { openDetails } from "./open-details.js";

const executable = browserOrSkip();

/** A run with all kinds of sections and few points: axe-core looks at each mark. */
const few = (name = "one") => [
  syntheticRun({ activations: quickstartActivations.slice(0, 3), inits: ["he_normal"], seeds: 2, name }),
];
const smallest = syntheticRun({
  activations: quickstartActivations.slice(0, 2),
  inits: ["he_normal"],
  lrs: [0.1],
  seeds: 1,
  name: "two",
});
const quickstart = renderReport({ runs: [syntheticRun()] });
const hostile = renderReport({
  runs: [
    syntheticRun({
      activations: [...hostileActivations, ...quickstartActivations.slice(0, 2)],
      inits: ["he_normal"],
      name: "<b>&\"'",
    }),
  ],
});
const comparison = renderComparison({
  a: syntheticRun(),
  others: [syntheticRun({ epochs: 8, lrs: [0.1, 0.3] }), syntheticRun({ name: "third" })],
});
const several = renderReport({
  runs: [...few(), syntheticRun({ activations: quickstartActivations.slice(0, 2), name: "two", seeds: 1 })],
});
const pages = { quickstart, hostile, comparison, several } as const;

/** Texts of the first screen that lie below the button of its chart. */
function coveredByMenus(): readonly string[] {
  const hero = document.querySelector(".hero");
  const menu = hero?.querySelector(".chart-menu summary")?.getBoundingClientRect();
  if (!hero || !menu) return ["the chart has no menu"];
  const walk = document.createTreeWalker(hero, NodeFilter.SHOW_TEXT);
  const covered: string[] = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const range = document.createRange();
    range.selectNode(node);
    const lies = [...range.getClientRects()].some(
      ({ left, right, top, bottom }) =>
        left < menu.right && right > menu.left && top < menu.bottom && bottom > menu.top,
    );
    if (lies && !node.parentElement?.closest(".chart-menu")) covered.push(node.textContent ?? "");
  }
  return covered;
}

describe.skipIf(executable === undefined)("a report in a browser", () => {
  let desk: BrowserDesk;
  beforeAll(async () => {
    desk = await startBrowser(executable ?? "");
  });
  afterAll(() => desk?.close());

  describe.each(Object.entries(pages))("%s", (_, html) => {
    it.each([
      [1280, "light"],
      [360, "dark"],
    ] as const)(
      "opened from file:// says nothing, asks for nothing and cuts no text at %d pixels, %s",
      async (width, colorScheme) => {
        const { page, complaints } = await desk.open(html, { viewport: { width, height: 800 }, colorScheme });
        expect(await page.evaluate(cutTexts)).toEqual([]);
        expect(await page.evaluate(openDetails)).toEqual([]);
        expect(await page.evaluate(cutTexts)).toEqual([]);
        expect(complaints).toEqual([]);
        await page.context().close();
      },
    );
  });

  it.each([
    [1280, 900, "wide"],
    [360, 740, "narrow"],
  ] as const)(
    "answers on the first screen of %d x %d: the verdict and its plot, whole",
    async (width, height, size) => {
      const { page } = await desk.open(quickstart, { viewport: { width, height } });
      for (const part of [".verdict", `svg.verdicts.${size}`]) {
        const box = await page.locator(part).boundingBox();
        expect(box?.height, part).toBeGreaterThan(20);
        expect((box?.y ?? 0) + (box?.height ?? Infinity), part).toBeLessThan(height);
        expect((box?.x ?? 0) + (box?.width ?? Infinity), part).toBeLessThanOrEqual(width);
      }
      expect(await page.evaluate(coveredByMenus)).toEqual([]);
      expect(await page.locator(".verdict").textContent()).toMatch(
        /^No activation is shown to be better than relu\. /,
      );
      expect(await page.locator("meta[property='og:title']").getAttribute("content")).toContain(
        "No activation is shown to be better than relu.",
      );
      expect(await page.locator(".highlight").count()).toBe(4);
      await page.context().close();
    },
  );

  it.each([
    [1280, 0.6 * 17_700],
    [360, 0.4 * 34_947],
  ])("is short at %d pixels, and a phone can be tapped and read", async (width, most) => {
    const { page } = await desk.open(quickstart, { viewport: { width, height: 740 } });
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(most);
    if (width < 640) expect(await page.locator("details.section[open]").count()).toBe(4);
    await page.evaluate(openDetails);
    if (width < 640) expect(await page.evaluate(hardOnAPhone)).toEqual([]);
    await page.context().close();
  });

  it("draws marks in every chart, and each chart names itself", async () => {
    const { page } = await desk.open(quickstart);
    await page.evaluate(openDetails);
    const charts = await page.locator("svg.chart").evaluateAll((all) =>
      all
        .filter((svg) => svg.checkVisibility())
        .map((svg) => ({
          desc: svg.querySelector("desc")?.textContent ?? "",
          role: svg.getAttribute("role"),
          name: svg.getAttribute("aria-label") ?? svg.querySelector("title")?.textContent ?? "",
          marks: svg.querySelectorAll("rect, circle, path, line.bar").length,
          width: svg.getBoundingClientRect().width,
        })),
    );
    expect(charts.length).toBeGreaterThan(60);
    for (const { name, desc, role, marks, width } of charts) {
      expect(name).not.toBe("");
      expect(desc).not.toBe("");
      expect(role).toMatch(/^(img|group)$/);
      expect(marks, name).toBeGreaterThan(0);
      expect(width).toBeGreaterThan(100);
    }
    const pictures = await page
      .locator(".samples img")
      .evaluateAll((all) =>
        all.map((img) => (img instanceof HTMLImageElement ? [img.complete, img.naturalWidth] : [])),
      );
    expect(pictures).toEqual(Array.from({ length: 10 }, () => [true, 28]));
    await page.context().close();
  });

  it("JavaScript off: tables remain, every section too, and no control that would do nothing", async () => {
    const { page, complaints } = await desk.open(quickstart, { javaScriptEnabled: false });
    for (const { id, title } of sections) expect(await page.locator(`#${id}`).textContent()).toContain(title);
    expect(await page.locator("table.trials tbody tr").count()).toBe(84);
    expect(await page.locator("#leaderboard tbody tr").filter({ visible: true }).count()).toBe(28);
    expect(await page.locator("details").count()).toBeGreaterThanOrEqual(5);
    expect(await page.locator("form.filter").isVisible()).toBe(false);
    expect(await page.locator("th button").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("is dark on a dark screen, light on paper, and prints with every table on the sheet", async () => {
    const { page } = await desk.open(quickstart, { colorScheme: "dark" });
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await paper();
    await page.emulateMedia({ media: "print" });
    expect([dark, await paper()]).toEqual(["rgb(15, 19, 24)", "rgb(255, 255, 255)"]);
    // An A4 sheet between its margins, at 96 pixels an inch.
    await page.setViewportSize({ width: 703, height: 1000 });
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll("table, svg, p, pre")]
        .filter((box) => box.checkVisibility() && box.getBoundingClientRect().right > innerWidth + 1)
        .map((box) => box.className),
    );
    expect(wide).toEqual([]);
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    const sheets = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(sheets).toBeGreaterThan(2);
    expect(sheets).toBeLessThanOrEqual(8);
    await page.context().close();
  });

  it.each([
    ["a report", "light", few],
    ["a page over several runs", "dark", () => [...few(), smallest]],
  ] as const)("has no fault that axe-core knows of: %s, %s", async (_, colorScheme, runs) => {
    const { page } = await desk.open(renderReport({ runs: runs() }), { colorScheme });
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });

  it("has no fault that axe-core knows of: a comparison", async () => {
    const [a = syntheticRun(), b = syntheticRun()] = [...few(), ...few("two")];
    const { page } = await desk.open(renderComparison({ a, others: [b] }));
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });

  it("lets no name of a stranger act", async () => {
    const { page, complaints } = await desk.open(hostile);
    expect(await page.title()).toMatch(
      /^<b>&"': No activation is shown to be better than <\/script>.* · actbench$/,
    );
    expect(await page.locator("h1").textContent()).toBe("<b>&\"'");
    expect(await page.locator("script").count()).toBe(2);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
