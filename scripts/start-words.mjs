import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const quickstart = fileURLToPath(new URL("../configs/quickstart.yaml", import.meta.url));

/**
 * The command line of `pnpm start WORDS` called in the folder `here`: a run of the sweep file that is named,
 * else of the quickstart.
 */
export function startWords(words, here) {
  const [first = ""] = words;
  const named = first !== "" && !first.startsWith("-") && !first.includes("=");
  return ["run", ...(named ? [] : [relative(here, quickstart)]), ...words];
}
