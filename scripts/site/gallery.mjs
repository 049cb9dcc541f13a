// Live reports for the site: pages of the committed runs, of the tutorial, and of a comparison.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actbench, report } from "../../packages/cli/dist/index.bundle.js";
import { runFolder } from "../picture/runs.mjs";

const COMMITTED = {
  quickstart:
    "**Quickstart.** Six activations, two initializations and two learning rates on MNIST, three seeds.",
  moons:
    "**Decision regions.** A dataset of two inputs: what each network predicts over the plane, and which units died.",
  deep: "**A deep network.** Gradients by layer, and isolated timing.",
};

/** Writes reports under public/reports/ and the page `gallery.md` into the staged site. */
export async function writeGallery(root, staged) {
  const reports = join(staged, "public/reports");
  mkdirSync(reports, { recursive: true });
  const items = [];
  for (const [name, about] of Object.entries(COMMITTED)) {
    writeFileSync(join(reports, `${name}.html`), await report(runFolder(name)));
    items.push(`- ${about} [Open the report](./reports/${name}.html){target="_self"}`);
  }
  await writeTutorial(root, reports);
  items.push(
    '- **The tutorial.** Two pre-registered claims, at the second of two declared interim analyses. [Open the report](./reports/tutorial.html){target="_self"}',
    '- **A comparison of two runs.** The tutorial with a constant and with a decaying learning rate. [Open the page](./reports/comparison.html){target="_self"}',
  );
  writeFileSync(
    join(staged, "gallery.md"),
    `# Live reports\n\n${INTRODUCTION}\n\n${items.join("\n")}\n\n${STUDIES}\n\n${ATLAS}\n`,
  );
}

const INTRODUCTION = `Each report is one file that actbench wrote, as it is. Sort, filter and brush it; nothing is sent anywhere.
[Reading a report](./docs/reading-a-report.md) explains its parts.`;
const STUDIES =
  "The [studies](./docs/studies/README.md) put claims of articles to the test, with their sweep files and records.";

const ATLAS =
  'The [gallery of activations](./activations/index.html){target="_self"} shows every built-in with its formula, source and code.';

/** Trains the tutorial as its page says, once more with a constant learning rate, and compares the two. */
async function writeTutorial(root, reports) {
  const folder = mkdtempSync(join(tmpdir(), "actbench-site-"));
  try {
    const [, yaml] = /```yaml\n# tutorial\.yaml\n([\s\S]*?)```/.exec(
      readFileSync(join(root, "docs/tutorial.md"), "utf8"),
    );
    const file = join(folder, "tutorial.yaml");
    writeFileSync(file, yaml);
    const train = async (name, ...words) => {
      const out = join(folder, name);
      for (const seeds of ["3", "8"])
        await done(["run", file, ...words, "--seeds", seeds, "--out", out, "--quiet"]);
      const [run] = readdirSync(out).filter((entry) => entry.startsWith("tutorial-"));
      return join(out, run);
    };
    const [decaying, constant] = [await train("linear"), await train("constant", "train.schedule=constant")];
    writeFileSync(join(reports, "tutorial.html"), await report(decaying));
    await done(["compare", constant, decaying, "-o", join(reports, "comparison.html")]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function done(words) {
  const silent = { write: () => true, on: () => {}, isTTY: false };
  const code = await actbench(words, {
    ...process,
    env: process.env,
    cwd: () => process.cwd(),
    stdout: silent,
    stderr: process.stderr,
  });
  if (code !== 0) throw new Error(`actbench ${words.join(" ")} ended with exit code ${code}`);
}
