import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startLiveServer } from "../packages/cli/src/live/live-server.js";
import { renderComparison, renderReport } from "../packages/report/src/index.js";
import { quickstartActivations } from "../packages/report/test/synthetic-activations.js";
import { syntheticRun } from "../packages/report/test/synthetic-study.js";
import { type BrowserDesk, browserOrSkip, startBrowser } from "./browser.js";

const executable = browserOrSkip();
const quickstart = renderReport({ runs: [syntheticRun()] });

/**
 * The page's address, as soon as it matches: the browser tells of a change in it some time after the event.
 */
async function addressOf(page: Page, pattern: RegExp): Promise<string> {
  await expect.poll(() => decodeURIComponent(page.url())).toMatch(pattern);
  return page.url();
}

/** What a reader has copied, pasted into a field of the page. */
async function pasted(page: Page): Promise<string> {
  const field = page.locator("form.filter input");
  await field.evaluate((input) => {
    const area = document.createElement("textarea");
    area.id = "paste";
    input.after(area);
  });
  await page.locator("#paste").focus();
  await page.keyboard.press("Control+V");
  const text = await page.locator("#paste").inputValue();
  await page.locator("#paste").evaluate((area) => area.remove());
  return text;
}

describe.skipIf(executable === undefined)("a report with its script", () => {
  let desk: BrowserDesk;
  beforeAll(async () => {
    desk = await startBrowser(executable ?? "");
  });
  afterAll(() => desk?.close());

  it("sorts and filters trials, missing values last", async () => {
    const { page } = await desk.open(quickstart);
    const column = (n: number): Promise<string[]> =>
      page.locator(`table.trials tbody tr:not([hidden]) td:nth-child(${n})`).allInnerTexts();
    await page.locator("table.trials th button", { hasText: "validation accuracy" }).click();
    const up = await column(6);
    const numbers = up.filter((text) => text !== "–").map(Number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(up.slice(numbers.length).every((text) => text === "–")).toBe(true);
    await page.locator("table.trials th button", { hasText: "validation accuracy" }).click();
    expect((await column(6))[0]).toBe(up[numbers.length - 1]);

    await page.locator("form.filter select").selectOption("diverged");
    expect(new Set(await column(4))).toEqual(new Set(["diverged"]));
    expect(await page.locator("form.filter output").textContent()).toBe("5 of 84 shown");
    await page.locator("form.filter select").selectOption("");
    await page.locator("form.filter input").fill("gelu he_normal 0.8");
    expect(await column(2)).toEqual(Array.from({ length: 3 }, () => "gelu · he_normal · lr 0.8"));
    await page.context().close();
  });

  it("sorts and filters the leaderboard, shows ten rows until all are wanted, and the address keeps it", async () => {
    const { page, complaints } = await desk.open(quickstart);
    const rows = page.locator("#leaderboard tbody tr:not([hidden])");
    expect(await rows.count()).toBe(10);
    await page.getByRole("button", { name: "Show all 28" }).click();
    expect(await rows.count()).toBe(28);
    await page.locator("#leaderboard th button", { hasText: "test accuracy" }).click();
    const column = (await rows.locator(":scope > td:nth-child(5)").allInnerTexts()).map((text) =>
      Number.parseFloat(text),
    );
    const numbers = column.filter((value) => !Number.isNaN(value));
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(column.slice(0, numbers.length)).toEqual(numbers);
    await page.locator("#leaderboard input").fill("gelu he_normal");
    expect(await rows.count()).toBe(2);
    const again = await page.context().newPage();
    await again.goto(await addressOf(page, /leaderboard\.words=gelu/));
    expect(await again.locator("#leaderboard tbody tr:not([hidden]) th").allInnerTexts()).toEqual(
      await rows.locator("th").allInnerTexts(),
    );
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("toggles what the learning curves show, and opens what a link leads to", async () => {
    const { page } = await desk.open(quickstart);
    const shown = (): Promise<string[]> =>
      page
        .locator("#curves fieldset svg.chart")
        .filter({ visible: true })
        .evaluateAll((all) => all.map((svg) => svg.getAttribute("aria-label") ?? ""));
    expect(await shown()).toEqual([expect.stringMatching(/^validation accuracy by epoch/)]);
    await page.locator("#curves label", { hasText: "train loss" }).click();
    expect(await shown()).toEqual([expect.stringMatching(/^train loss by epoch/)]);
    await addressOf(page, /curves-metric=/);
    expect(await page.locator("#method dl").isVisible()).toBe(false);
    await page.locator("#units a", { hasText: "Definitions" }).click();
    await expect.poll(() => page.locator("#method dl").isVisible()).toBe(true);
    await page.context().close();
  });

  const runOf = (from: number, to: number) =>
    syntheticRun({
      activations: quickstartActivations.slice(from, to),
      inits: ["he_normal"],
      faults: "none",
    });

  it("draws the curves of several runs in one chart, toggles it, and gives away its own numbers", async () => {
    const { page, complaints } = await desk.open(renderReport({ runs: [runOf(0, 2), runOf(0, 3)] }));
    const chart = page.locator("#runs-curves-by-epoch .at-wide svg");
    const names = await chart.locator("text.strong").allTextContents();
    for (const run of ["A", "B"]) expect(names.some((text) => text.endsWith(` · ${run}`))).toBe(true);
    // An activation has one color; its run is the stroke.
    const [a, b] = ["A", "B"].map((run) =>
      chart.locator("g").filter({ has: page.locator(`[aria-label^="relu · ${run},"]`) }),
    );
    const look = (line: typeof a) =>
      line?.locator("path.mean-line").evaluate((path) => {
        const { stroke, strokeDasharray } = getComputedStyle(path);
        return { stroke, strokeDasharray };
      });
    const [ofA, ofB] = [await look(a), await look(b)];
    expect(ofA?.stroke).toBe(ofB?.stroke);
    expect(ofA?.strokeDasharray).toBe("none");
    expect(ofB?.strokeDasharray).not.toBe("none");
    await page.locator("label[for=runs-curves-metric-1]").click();
    await expect.poll(() => chart.isVisible()).toBe(false);
    await addressOf(page, /runs-curves-metric=1/);
    const heads = page.locator("#runs-curves-by-epoch-1 table th[scope=row]");
    expect(await heads.first().textContent()).toMatch(/ · A$/);
    expect(complaints).toEqual([]);
  });

  it("sorts the tables of a comparison by mouse and by keyboard", async () => {
    const [a, b] = [runOf(0, 2), runOf(0, 3)];
    const { page, complaints } = await desk.open(renderComparison({ a, others: [b] }));
    const table = page.locator("table.board[data-k=overall]");
    const metrics = () => table.locator("tbody th").allTextContents();
    const before = await metrics();
    await table.locator("thead button", { hasText: "metric" }).click();
    await expect.poll(metrics).toEqual(before.toSorted().toReversed());
    await table.locator("thead button", { hasText: "metric" }).press("Enter");
    await expect.poll(metrics).toEqual(before.toSorted());
    expect(await table.locator("[aria-sort=ascending]").count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it("keeps the view in the address, also past a link of the page", async () => {
    const { page } = await desk.open(quickstart);
    await page.locator("form.filter input").fill("elu");
    await page.locator("table.trials th button", { hasText: "seed" }).click();
    await page.locator(".rail a", { hasText: "Learning curves" }).click();
    const address = await addressOf(page, /#curves\?.*trials\.words=elu/);
    const rows = page.locator("table.trials tbody tr:not([hidden])");
    const before = await rows.allInnerTexts();
    const again = await page.context().newPage();
    await again.goto(address);
    expect(await again.locator("table.trials tbody tr:not([hidden])").allInnerTexts()).toEqual(before);
    expect(await again.locator("form.filter input").inputValue()).toBe("elu");
    const top = await again.locator("#curves").evaluate((section) => section.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(40);
    await page.context().close();
  });

  it("opens a trial's curves by pointer, by keyboard and by address, and says its last values", async () => {
    const { page, complaints } = await desk.open(quickstart);
    const opened = page.locator("tr.opened");
    await page.locator("#trial-5 td").first().click();
    expect(await opened.locator("svg").count()).toBe(3);
    expect(await opened.locator("b").textContent()).toBe("Trial 5: relu · xavier_uniform · lr 0.8, seed 1");
    const label = await opened.locator("svg").first().getAttribute("aria-label");
    const shown = await page.locator("#trial-5 td:nth-child(7)").textContent();
    const [, test = ""] = /test ([\d.]+)/.exec(label ?? "") ?? [];
    expect((100 * Number(test)).toFixed(2)).toBe(shown);
    await addressOf(page, /#trial-5$/);
    expect(await opened.locator(".note").textContent()).toMatch(
      /^Under the sweep's load: start [\d.]+ ms, training [\d.]+ ms \(data .*, forward .*, backward .*, update 0 ms\), measuring [\d.]+ ms, processor time [\d.]+ ms\.$/,
    );
    expect(await opened.locator("code").textContent()).toMatch(
      /^actbench model 5 [\w-]+-[0-9a-f]{8} -o trial-5\.onnx$/,
    );
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await opened.locator("b").textContent()).toContain("Trial 6:");
    const linked = await page.context().newPage();
    await linked.goto(`${page.url().split("#")[0]}#trial-41`);
    expect(await linked.locator("tr.opened b").textContent()).toContain("Trial 41:");
    // A trial that failed before its first epoch.
    await page.locator("#trial-74 td").first().click();
    expect(await opened.textContent()).toContain("It has no curve");
    expect(await opened.locator("code").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("draws the scores that a run asked for, each by its title", async () => {
    const { study, records, ...rest } = syntheticRun();
    const points = study.points.map((point) => ({
      ...point,
      spec: { ...point.spec, measure: { ...point.spec.measure, scores: ["macro_f1", "ece"] as const } },
    }));
    const asked = records.map((record) => ({
      ...record,
      curve: record.curve.map((epoch) =>
        epoch.validation === undefined
          ? epoch
          : { ...epoch, validation: { ...epoch.validation, macro_f1: 0.25, ece: 0.125 } },
      ),
    }));
    const html = renderReport({ runs: [{ study: { ...study, points }, records: asked, ...rest }] });
    const { page } = await desk.open(html);
    await page.locator("#trial-5 td").first().click();
    const panels = page.locator("tr.opened figcaption");
    await expect
      .poll(() => panels.allTextContents())
      .toEqual(
        ["accuracy", "macro F1", "calibration error", "loss", "units"].map((one) => `${one} by epoch`),
      );
    const labels = await page.locator("tr.opened svg").evaluateAll((all) => all.map((svg) => svg.ariaLabel));
    expect(labels[1]).toContain("at the end validation 0.25");
    expect(labels[2]).toContain("at the end validation 0.125");
  });

  it("brushes axes: the trial table is filtered, all other charts are dimmed, and the address keeps it", async () => {
    const { page, complaints } = await desk.open(quickstart);
    const rows = page.locator("table.trials tbody tr:not([hidden])");
    const axis = page.locator(".brushed-axis").nth(2);
    await axis.scrollIntoViewIfNeeded();
    const box = await axis.locator(".hit").boundingBox();
    if (!box) throw new Error("the axis is not shown");
    // The upper half of the learning rate's axis: 0.8, and not 0.1.
    const x = box.x + box.width / 2;
    await page.mouse.move(x, box.y + 1);
    await page.mouse.down();
    await page.mouse.move(x, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    const labels = await rows.locator("td:nth-child(2)").allInnerTexts();
    expect(labels).toHaveLength(42);
    for (const label of labels) expect(label).toMatch(/lr 0\.8$/);
    expect(await page.locator("output.brushed-points").textContent()).toBe("14 of 28 configurations brushed");
    const dimmed = (section: string): Promise<number> => page.locator(`#${section} [data-p].out`).count();
    expect(await dimmed("parallel .at-wide")).toBe(14);
    expect(await page.locator("#curves .card.out").count()).toBe(14);
    for (const section of ["leaderboard", "units"]) expect(await dimmed(section)).toBeGreaterThan(0);

    const again = await page.context().newPage();
    await again.goto(await addressOf(page, /\.brush=/));
    expect(await again.locator("#parallel .at-wide path.out").count()).toBe(14);

    // By keyboard, a second brush on the first axis: its upper quarter, one step down.
    await page.locator(".brushed-axis").first().focus();
    await page.keyboard.press("ArrowDown");
    expect(await rows.count()).toBeLessThan(42);
    await page.keyboard.press("Escape");
    expect(await rows.count()).toBe(42);
    await axis.focus();
    await page.keyboard.press("Escape");
    expect(await rows.count()).toBe(84);
    expect(await page.locator(".out").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("tells what a mark is under the pointer and under the focus, and arrow keys walk on", async () => {
    const { page } = await desk.open(quickstart);
    const tip = page.locator(".tip");
    const dots = page.locator("#units .half circle[data-p]");
    await dots.first().focus();
    expect(await tip.isVisible()).toBe(true);
    expect(await tip.textContent()).toBe(await dots.first().getAttribute("aria-label"));
    await page.keyboard.press("ArrowRight");
    expect(await tip.textContent()).toBe(await dots.nth(1).getAttribute("aria-label"));
    await page.keyboard.press("Escape");
    expect(await tip.isVisible()).toBe(false);
    await page.locator("#learning-rate .at-wide circle[role=img]").last().hover();
    expect(await tip.textContent()).toMatch(/learning rate 0\.8: /);
    await page.context().close();
  });

  it("copies a table as Markdown, LaTeX and CSV, what is filtered away left out", async () => {
    const { page } = await desk.open(quickstart);
    await page.locator("form.filter input").fill("gelu he_normal 0.8");
    const tools = page.locator("#trials .tools button");
    await tools.getByText("CSV").click();
    const csv = (await pasted(page)).trimEnd().split("\n");
    expect(csv).toHaveLength(4);
    expect(csv[0]).toMatch(/^trial,configuration,seed,status,epochs,validation accuracy %,/);
    expect(csv[1]).toMatch(/^\d+,gelu · he_normal · lr 0.8,0,completed,5,9\d\.\d\d,/);
    await tools.getByText("Markdown").click();
    expect((await pasted(page)).split("\n")[1]).toMatch(/^\| --- \|/);
    await tools.getByText("LaTeX").click();
    const latex = await pasted(page);
    expect(latex).toContain("\\begin{tabular}{rlrl");
    expect(latex).toContain("gelu $\\cdot$ he\\_normal");
    await page.context().close();
  });

  it("gives a chart away as an SVG file, a PNG, the CSV of its data, and as a link", async () => {
    const { page, complaints } = await desk.open(quickstart);
    const menu = page.locator("#forest .chart-menu");
    const item = async (name: string): Promise<Buffer> => {
      await menu.locator("summary").click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        menu.getByRole("button", { name }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^differences-from-relu-.*\.(svg|png|csv)$/);
      return readFileSync(await download.path());
    };
    const svg = (await item("SVG file")).toString();
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).not.toContain("class=");
    expect(svg).toMatch(/stroke="rgb\(\d+, \d+, \d+\)"/);
    const png = await item("PNG");
    expect([png.toString("latin1", 1, 4), png.readUInt32BE(16)]).toEqual(["PNG", 1440]);
    expect((await item("CSV")).toString()).toMatch(/^configuration,difference,verdict,[\s\S]*inconclusive/);
    await menu.locator("summary").click();
    await menu.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(() => pasted(page)).toMatch(/#forest$/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("copies the leaderboard as the LaTeX of export, and a line of YAML", async () => {
    const { page } = await desk.open(quickstart);
    await page.locator("#leaderboard .tools button", { hasText: "LaTeX" }).click();
    const latex = await pasted(page);
    expect(latex).toMatch(/^% \\usepackage\{booktabs\}\n\\begin\{table\}/);
    expect(latex).toContain("\\label{tab:quickstart}");
    expect(latex.match(/\\textbf\{9\d\.\d\d/g)).toHaveLength(2);
    await page.locator(".not-here summary").click();
    await page.locator("#finalists button").click();
    await expect.poll(() => pasted(page)).toBe("seeds: { count: 10, confirm: 10 }");
    await page.context().close();
  });

  it("shows the regions of one moment for all points, keeps it in the address, and needs no script for it", async () => {
    const { study, records } = syntheticRun({ lrs: [0.1], seeds: 1 });
    const frame = { classes: "0011", dead: [] };
    const regions = [0, 1].map((point) => ({
      ...{ point, seed: 0, domain: [-1, 1, -1, 1] as const, side: 2 },
      frames: [0, 2, 5].map((epoch) => ({ ...frame, epoch })),
    }));
    const html = renderReport({ runs: [{ study, records, regions }] });
    const shown = (page: Page): Promise<string[]> =>
      page.locator("#regions figure figcaption").filter({ visible: true }).allInnerTexts();
    const { page } = await desk.open(html);
    expect(await shown(page)).toEqual(["epoch 5", "epoch 5"]);
    await page.locator("#regions input:checked").focus();
    await page.keyboard.press("ArrowLeft");
    expect(await shown(page)).toEqual(["epoch 2", "epoch 2"]);
    const again = await page.context().newPage();
    await again.goto(await addressOf(page, /regions/));
    expect(await shown(again)).toEqual(["epoch 2", "epoch 2"]);

    // The last moment comes after the one before, and then the first: it plays.
    await again.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => shown(again)).toEqual(["epoch 5", "epoch 5"]);
    await expect.poll(() => shown(again)).toEqual(["epoch 0", "epoch 0"]);
    await again.getByRole("button", { name: "Pause" }).click();
    await page.context().close();

    const plain = await desk.open(html, { javaScriptEnabled: false });
    await plain.page.locator("#regions label").first().click();
    expect(await shown(plain.page)).toEqual(["epoch 0", "epoch 0"]);
    await plain.page.context().close();
  });

  it("is shown live in a frame that is new when trials end, and keeps what the reader has set", async () => {
    let seeds = 1;
    const few = { activations: quickstartActivations.slice(0, 2), lrs: [0.1] };
    const server = await startLiveServer(async () =>
      renderReport({ runs: [syntheticRun({ ...few, seeds })] }),
    );
    const { page, complaints } = await desk.visit(server.address);
    const report = page.frameLocator("iframe");
    await report.locator("form.filter input").fill("relu");
    seeds = 2;
    server.changed();
    await report.locator(".axes b", { hasText: "8" }).waitFor();
    expect(await report.locator("form.filter input").inputValue()).toBe("relu");
    await server.close("the run has ended");
    await page.getByText("the run has ended").waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("shows a configuration in all charts under the pointer and under the focus", async () => {
    const { page } = await desk.open(quickstart);
    const lit = (): Promise<number> => page.locator(".on").count();
    await page.locator("#leaderboard tbody tr").first().hover();
    expect(await page.locator("#leaderboard tr.on, #curves .card.on, #units .card.on").count()).toBe(3);
    expect(await page.locator("#trials tr.on").count()).toBe(3);
    await page.locator("#curves summary", { hasText: "All configurations" }).click();
    await page.locator("#curves .card").nth(3).focus();
    expect(await page.locator("#curves .card.on").count()).toBe(1);
    await page.locator("h1").hover();
    expect(await lit()).toBe(0);
    await page.context().close();
  });
});
