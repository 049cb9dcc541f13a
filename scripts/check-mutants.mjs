// The faults of mutants/ can still be planted: each text occurs once in its file, and the tests that must
// notice exist.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { mutants } from "./mutants/all-mutants.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));

export function checkMutants() {
  return mutants.flatMap(({ name, path, from, tests }) => {
    const where = `scripts/mutants, "${name}":`;
    const missing = [path, ...tests].filter((file) => !existsSync(root + file));
    if (missing.length > 0) return [`${where} ${missing.join(" and ")} does not exist; name where it is now`];
    const times = readFileSync(root + path, "utf8").split(from).length - 1;
    return times === 1
      ? []
      : [`${where} ${JSON.stringify(from)} occurs ${times} times in ${path}, not once; rewrite the fault`];
  });
}
