import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalog } from "../packages/core/src/activation/catalog/catalog.js";
import { ROOT } from "./actbench.js";
import { type BrowserDesk, browserOrSkip, startBrowser } from "./browser.js";
import { serveFolder } from "./site-server.js";

const executable = browserOrSkip();

describe.skipIf(executable === undefined)("pnpm site", () => {
  const folder = mkdtempSync(join(tmpdir(), "actbench site "));
  let desk: BrowserDesk;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  beforeAll(async () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/site.mjs", "--out", folder], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect(status, stderr).toBe(0);
    server = await serveFolder(folder, "/under/some/path/");
    desk = await startBrowser(executable ?? "");
  }, 300_000);
  afterAll(async () => {
    await desk?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("shows pages, pictures and contents below any path, and asks nobody else for anything", async () => {
    const { page, complaints } = await desk.visit(server.address);
    expect(await page.locator("h1").first().textContent()).toContain("actbench");
    const pictures = page.locator("main img");
    expect(await pictures.count()).toBeGreaterThan(0);
    await expect
      .poll(() =>
        pictures.evaluateAll((all) =>
          all.every((one) => one instanceof HTMLImageElement && one.naturalWidth > 0),
        ),
      )
      .toBe(true);
    await page.locator(".VPSidebar").getByRole("link", { name: "Glossary" }).click();
    await page.waitForURL(`${server.address}docs/glossary.html`);
    await expect.poll(() => page.locator("h1").first().textContent()).toContain("Glossary");
    // The same page when it is opened first.
    await page.reload();
    expect(await page.locator("h1").first().textContent()).toContain("Glossary");
    expect(complaints).toEqual([]);
  });

  it("finds a page by a word of it, without a service", async () => {
    const { page, complaints } = await desk.visit(`${server.address}docs/tutorial.html`);
    await page.getByRole("button", { name: "Search" }).first().click();
    await page.locator("#localsearch-input").fill("truncation");
    const first = page.locator(".VPLocalSearchBox .result").first();
    await first.waitFor();
    await first.click();
    await page.waitForURL(/\/under\/some\/path\/docs\/[\w-]+\.html/);
    await expect.poll(() => page.locator("main").textContent()).toMatch(/truncation/i);
    // The desk takes what lies beside the first page for foreign.
    expect(complaints.filter((one) => !one.startsWith(`request: ${server.address}`))).toEqual([]);
  });

  it("shows every activation as a card, filters them, and gives each a page", async () => {
    const { page, complaints } = await desk.visit(`${server.address}activations/index.html`);
    const cards = page.locator(".card");
    const all = await cards.count();
    expect(all).toBe(catalog.length);
    const shown = page.locator(".card:visible");
    await page.getByRole("searchbox").fill("hendrycks");
    await expect.poll(() => shown.count()).toBeLessThan(30);
    expect(await shown.locator("a").allTextContents()).toEqual(
      expect.arrayContaining(["gelu", "gelu_tanh", "quick_gelu"]),
    );
    expect(await page.locator("output").textContent()).toBe(`${await shown.count()} shown`);
    await page.getByRole("searchbox").fill("");
    await page.getByRole("combobox").selectOption("rectified");
    await page.getByRole("checkbox", { name: "units can die" }).check();
    await expect.poll(() => shown.first().locator("a").textContent()).toBe("relu");
    expect(await page.locator('.card:visible:not([data-marks~="dead"])').count()).toBe(0);
    // Drawn as mathematics, not as its source.
    expect(await shown.first().locator("math").count()).toBe(1);
    await shown.first().locator("a").click();
    await page.waitForURL(`${server.address}activations/relu.html`);
    expect(await page.locator("h1").textContent()).toBe("relu");
    expect(await page.locator("pre").textContent()).toContain("def relu(x)");
    expect(await page.locator("main li a").count()).toBe(6);
    await expect
      .poll(() =>
        page
          .locator("main img")
          .evaluate((one) => one instanceof HTMLImageElement && one.complete && one.naturalWidth > 0),
      )
      .toBe(true);
    for (const [width, height] of [
      [360, 700],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
    }
    // The desk takes what lies beside the first page for foreign.
    expect(complaints.filter((one) => !one.startsWith(`request: ${server.address}`))).toEqual([]);
  });

  it("opens live reports, and pages from disk", async () => {
    const { page, complaints } = await desk.visit(`${server.address}gallery.html`);
    const reports = await page
      .locator('main a[href*="reports/"]')
      .evaluateAll((all) => all.map((one) => (one instanceof HTMLAnchorElement ? one.href : "")));
    expect(reports.map((href) => href.split("/").at(-1))).toEqual([
      "quickstart.html",
      "moons.html",
      "deep.html",
      "tutorial.html",
      "comparison.html",
    ]);
    for (const href of reports) {
      await page.goto(href);
      expect(await page.locator("svg").count()).toBeGreaterThan(0);
    }
    expect(complaints.filter((one) => !one.startsWith(`request: ${server.address}`))).toEqual([]);
    const fromDisk = await desk.visit(pathToFileURL(join(folder, "docs/glossary.html")).href);
    expect(await fromDisk.page.locator("main").textContent()).toContain("Holm-adjusted p");
  });

  it("sorts and filters long tables", async () => {
    const { page, complaints } = await desk.visit(`${server.address}docs/settings.html`);
    const table = page.locator("table[data-long]").first();
    await table.waitFor();
    const shown = table.locator("tbody tr:not([hidden])");
    const all = await shown.count();
    await page.getByLabel("Filter the rows").first().fill("learning rate");
    await expect.poll(() => shown.count()).toBeLessThan(all);
    expect(await shown.first().textContent()).toMatch(/learning rate/i);
    await page.getByLabel("Filter the rows").first().fill("");
    const names = () => shown.locator("td:first-child").allTextContents();
    await table.locator("th button").first().click();
    await expect.poll(names).toEqual((await names()).toSorted());
    await table.locator("th button").first().click();
    await expect.poll(async () => (await names()).toReversed()).toEqual((await names()).toSorted());
    expect(complaints.filter((one) => !one.startsWith(`request: ${server.address}`))).toEqual([]);
  });
});
