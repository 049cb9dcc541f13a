import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ROOT } from "../actbench.js";

interface Fault {
  readonly group: string;
  readonly name: string;
  readonly file: string;
}

/** The rows of docs/faults.md. */
const FAULTS: readonly Fault[] = readFileSync(`${ROOT}docs/faults.md`, "utf8")
  .split("\n## ")
  .slice(1)
  .flatMap((section) =>
    [...section.matchAll(/^\| (.+?) +\| (\S+\.test\.ts) +\|/gm)].map(([, name = "", file = ""]) => ({
      group: section.split("\n")[0] ?? "",
      name: name.replaceAll("\\|", "|"),
      file,
    })),
  );

describe("docs/faults.md", () => {
  it("names faults of every group", () => {
    const counts = new Map<string, number>();
    for (const { group } of FAULTS) counts.set(group, (counts.get(group) ?? 0) + 1);
    expect([...counts]).toEqual([
      ["Process and worker", 28],
      ["Plugins", 17],
      ["Starting actbench", 3],
      ["Disk", 27],
      ["Configuration", 14],
      ["Data and other files of the user's", 13],
      ["Time", 7],
      ["Many", 11],
      ["Files of others", 5],
      ["Many machines", 17],
    ]);
  });

  it.each(FAULTS)("$group: $name has a test of that name", ({ name, file }) => {
    const text = readFileSync(ROOT + file, "utf8");
    const [title] = [JSON.stringify(name), `'${name}'`].filter((quoted) => text.includes(quoted));
    const before = text.slice(0, text.indexOf(title ?? name)).trimEnd();
    // The title of a test or of a group of them, or the first cell of a row in a table of tests.
    const isThere = title !== undefined && /(?:\b(?:it|test|describe)|\))\($|\[$/.test(before);
    expect(isThere, `${file} has no test "${name}"`).toBe(true);
  });
});
