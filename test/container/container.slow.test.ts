import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { ROOT, temporaryFolder } from "../actbench.js";
import { onlyRun, results, TINY, writeSweep } from "../tiny-study.js";
import { type Instruction, isSent, recipeStages } from "./recipe.js";

/** The paths of the image that the recipe names; each stands for itself in a folder. */
const PATHS = /(?<=^|[\s"=])\/(clone|app|study|usr\/local\/bin)\b/g;

/**
 * Carries out the recipe without an engine: each stage in a folder that stands for the image's root, by the
 * Node and npm of this machine.
 */
function carriedOut(
  stages: readonly (readonly Instruction[])[],
  folder: string,
): Readonly<Record<string, string>> {
  const made: Record<string, string> = {};
  stages.forEach((stage, i) => {
    const [, name = "image"] = / AS (\w+)$/.exec(stage[0]?.words ?? "") ?? [];
    const image = join(folder, `${i}`);
    made[name] = image;
    mkdirSync(join(image, "usr/local/bin"), { recursive: true });
    let workdir = image;
    for (const { keyword, words } of stage) {
      const here = words.replace(PATHS, `${image}/$1`);
      if (keyword === "WORKDIR") {
        workdir = here;
        mkdirSync(workdir, { recursive: true });
      } else if (keyword === "RUN") run(here, workdir);
      else if (keyword === "COPY") copy(words, { image, workdir, made });
    }
  });
  return made;
}

function run(line: string, cwd: string): void {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", line], { cwd, encoding: "utf8" });
  expect([line, status], `${stdout}${stderr}`).toEqual([line, 0]);
}

function copy(
  words: string,
  {
    image,
    workdir,
    made,
  }: { readonly image: string; readonly workdir: string; readonly made: Record<string, string> },
): void {
  const [, stage, from = "", to = ""] = /^(?:--from=(\w+) )?(\S+) (\S+)$/.exec(words) ?? [];
  if (stage !== undefined)
    cpSync(`${made[stage]}${from}`, `${image}${to}`, { recursive: true, verbatimSymlinks: true });
  else
    cpSync(join(ROOT, from), join(workdir, to), {
      recursive: true,
      filter: (path) => path === ROOT || relative(ROOT, path) === "" || isSent(relative(ROOT, path)),
    });
}

it("what the recipe makes trains a study, with nothing of the clone", { timeout: 600_000 }, () => {
  // Lines of the recipe quote nothing, as its paths have no blanks.
  const folder = mkdtempSync(join(tmpdir(), "actbench-image-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const made = carriedOut(recipeStages(), folder);
  const { image = "" } = made;
  // The stage that built is no part of the image.
  rmSync(made.build ?? "", { recursive: true });
  const study = temporaryFolder();
  writeSweep(study, TINY);
  const { status, stdout, stderr } = spawnSync(join(image, "usr/local/bin/actbench"), ["run", "tiny.yaml"], {
    cwd: study,
    encoding: "utf8",
  });
  expect(status, `${stdout}${stderr}`).toBe(0);
  expect(results(onlyRun(study))).toHaveLength(12);
});
