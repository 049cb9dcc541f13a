import { readFileSync } from "node:fs";
import { ROOT } from "../actbench.js";

/** The recipe of a container image, from the root. */
export const RECIPE = "examples/container/Dockerfile";

/** One instruction of a recipe. */
export interface Instruction {
  readonly keyword: string;
  readonly words: string;
}

/** The instructions of a recipe as a list per stage; each stage begins with its FROM. */
export function recipeStages(): readonly (readonly Instruction[])[] {
  const stages: Instruction[][] = [];
  for (const line of readFileSync(ROOT + RECIPE, "utf8").split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [, keyword = "", words = ""] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
    if (keyword === "") throw new Error(`${RECIPE}: "${line}" is no instruction on one line`);
    if (keyword === "FROM") stages.push([]);
    stages.at(-1)?.push({ keyword, words });
  }
  return stages;
}

/**
 * Whether a path from the root is sent to the engine: the last matching line of the recipe's .dockerignore
 * decides.
 */
export function isSent(path: string): boolean {
  const lines = readFileSync(`${ROOT + RECIPE}.dockerignore`, "utf8").split("\n");
  let sent = true;
  for (const line of lines.filter((one) => one !== "" && !one.startsWith("#"))) {
    const pattern = line.replace(/^!/, "");
    if (isWithin(path, pattern)) sent = line.startsWith("!");
  }
  return sent;
}

/** Whether a path, or a folder that it lies in, is what a pattern means: `*`, `name`, `**` + `/name`. */
function isWithin(path: string, pattern: string): boolean {
  if (pattern === "*") return true;
  const name = /^\*\*\/([^*]+)$/.exec(pattern)?.[1];
  if (name !== undefined) return path.split("/").includes(name);
  if (pattern.includes("*")) throw new Error(`the pattern ${pattern} is not read by this test`);
  return path === pattern || path.startsWith(`${pattern}/`);
}
