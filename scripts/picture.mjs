// Takes the pictures of a report that README and docs show: `node scripts/picture.mjs`. They are made from the committed
// run of configs/quickstart.yaml in docs/report/run, light and dark; look at them before you commit them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { CHARTS } from "./picture/charts.mjs";
import { writeCommittedPage } from "./picture/committed-page.mjs";

const docs = fileURLToPath(new URL("../docs/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "actbench-picture-"));
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking"],
});
try {
  const page = join(folder, "report.html");
  await writeCommittedPage(page);
  for (const colorScheme of ["light", "dark"]) {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 1000 }, colorScheme });
    await tab.goto(pathToFileURL(page).href);
    await tab.screenshot({ path: `${docs}report-${colorScheme}.png` });
    for (const [name, selector] of Object.entries(CHARTS))
      await tab
        .locator(selector)
        .first()
        .screenshot({ path: `${docs}report/${name}-${colorScheme}.png` });
    await tab.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
