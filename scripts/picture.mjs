// Takes the pictures of a report that README and docs show: `pnpm pictures`. They are made from the committed
// runs in docs/report, light and dark; look at them before you commit them: a test compares what is drawn
// with them. With --train these runs are trained again first, which a new engine asks for (minutes).
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { report } from "../packages/cli/dist/index.bundle.js";
import { rendererOf } from "./picture/renderer.mjs";
import { RUNS, runFolder, trainRun } from "./picture/runs.mjs";
import { SCHEMES, takePictures } from "./picture/take-pictures.mjs";

const names = Object.keys(RUNS);
if (process.argv.includes("--train")) for (const name of names) await trainRun(name);

const docs = fileURLToPath(new URL("../docs/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "actbench-picture-"));
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking"],
});
try {
  const pages = {};
  for (const name of names) {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, await report(runFolder(name), { onDamage: (message) => console.error(message) }));
    pages[name] = pathToFileURL(file);
  }
  await takePictures(browser, pages, (name, png) => writeFileSync(`${docs}report/${name}.png`, png));
  for (const colorScheme of SCHEMES) {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 1000 }, colorScheme });
    await tab.goto(pages.quickstart.href);
    await tab.screenshot({ path: `${docs}report-${colorScheme}.png` });
    if (colorScheme === "light")
      writeFileSync(`${docs}report/renderer.json`, `${JSON.stringify(await rendererOf(tab))}\n`);
    await tab.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
