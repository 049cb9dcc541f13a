// The page of 10,080 trials of 10 epochs from records in memory, as a command would write it: seconds of five
// processes of their own, and its size. Must: under 3 s and 6 MB.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { renderReport } from "../packages/report/dist/index.bundle.js";

const [child] = process.argv.slice(2);
if (child === undefined) await measure();
else await renderOnce(child);

async function renderOnce(runModule) {
  const { tenThousandTrials } = await import(pathToFileURL(runModule).href);
  const run = tenThousandTrials();
  const [start, before] = [performance.now(), process.cpuUsage()];
  const page = renderReport({ runs: [run] });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ seconds, cpu: (user + system) / 1e6, bytes: Buffer.byteLength(page) }));
}

async function measure() {
  const folder = mkdtempSync(join(tmpdir(), "actbench-page-"));
  const file = join(folder, "run.mjs");
  const bundle = await rolldown({
    input: fileURLToPath(new URL("../packages/report/test/ten-thousand-trials.ts", import.meta.url)),
    platform: "node",
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
  });
  await bundle.write({ file });
  await bundle.close();
  const all = Array.from({ length: 5 }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), file], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`writing the page ended with ${status}: ${stderr}`);
    return JSON.parse(stdout);
  }).sort((a, b) => a.seconds - b.seconds);
  rmSync(folder, { recursive: true });
  const [least, , median, , most] = all.map(({ seconds }) => seconds.toFixed(2));
  const cpu = all.map((one) => one.cpu).sort((a, b) => a - b)[2];
  console.log(
    `page of 10,080 trials, Node ${process.versions.node}: median ${median} s   (${least} … ${most}), ${cpu.toFixed(2)} s of processor time, ${(all[0].bytes / 1e6).toFixed(2)} MB`,
  );
}
