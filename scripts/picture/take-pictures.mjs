import { CHARTS } from "./charts.mjs";

/** Both color schemes of a page. */
export const SCHEMES = ["light", "dark"];

/**
 * Takes the pictures of all charts, given the file of each run's page: calls `take` with the name of each
 * picture, as in docs/report, and its PNG.
 */
export async function takePictures(browser, pages, take) {
  for (const [run, file] of Object.entries(pages)) {
    const charts = Object.entries(CHARTS).filter(([, chart]) => chart.run === run);
    for (const colorScheme of SCHEMES) {
      const tab = await browser.newPage({ colorScheme });
      await tab.goto(file.href);
      for (const [name, { selector, click, width = 1280 }] of charts) {
        if (tab.viewportSize()?.width !== width) await tab.setViewportSize({ width, height: 1000 });
        if (click !== undefined) await tab.locator(click).first().click();
        // Nothing is under the pointer: what is shows its tools and lights up.
        await tab.mouse.move(0, 0);
        take(`${name}-${colorScheme}`, await tab.locator(selector).first().screenshot());
      }
      await tab.close();
    }
  }
}
