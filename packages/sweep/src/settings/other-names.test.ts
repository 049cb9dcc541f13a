import { expect, test } from "vitest";
import { load, problemsOf } from "../../test/load.js";
import { findSetting } from "./find-setting.js";
import { OTHER_NAMES, otherNameHint } from "./other-names.js";

const BASE = "dataset: { name: two_moons, train: 400, test: 100 }\n";

/** What a hint tells to write, without its note. */
function told(hint: string | undefined): string {
  return /^write (.*?)(: [a-zA-Z][^:{}]*)?$/.exec(hint ?? "")?.[1] ?? "";
}

const NAMES = OTHER_NAMES.flatMap(({ names, write }) =>
  names.split(" ").map((name) => [name, Object.keys(write).length > 0] as const),
);

test("no name of another library is one that a sweep file knows", () => {
  expect(new Set(NAMES.map(([name]) => name)).size).toBe(NAMES.length);
  for (const [name] of NAMES) expect(findSetting(name), name).toBeUndefined();
});

test.each(NAMES)("%s: its hint works in a file and on the command line", (name, isWritten) => {
  const section = (): string => `model: { ${name}: 3 }`;
  if (!isWritten) {
    expect(otherNameHint(name, "file")).toMatch(/^remove it: /);
    return;
  }
  const lines = told(otherNameHint(name, "file")).replaceAll(" and ", "\n");
  const rest = /^(dataset|model)/.test(lines) ? "" : BASE;
  expect(load(`${rest}${lines}`).plan.length).toBeGreaterThan(0);
  const words = told(otherNameHint(name, "command line"));
  const overrides = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
  expect(load(BASE, ...overrides).plan.length).toBeGreaterThan(0);
  for (const problem of [
    problemsOf(section()),
    problemsOf(`${name}: 3`),
    problemsOf("seeds: 1", `${name}=3`),
  ])
    expect(problem.join()).toContain("(write ");
});
