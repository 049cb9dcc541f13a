// Files import each other in no circle, types included; and the folders of some packages lie in layers, where
// each imports those before it alone.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../packages/", import.meta.url));

/** Folders of a package's `src` from the bottom up; `.` stands for files directly in `src`. */
const LAYERS = {
  core: [
    "shape",
    "math",
    "text",
    "formula",
    "optimizer",
    "task",
    "score",
    "contract",
    "metric",
    "wasm",
    "random",
    "kernels",
    "activation",
    "data",
    "network",
    "init",
    "trial",
    "speed",
    "audit",
    "replay",
    "forensics",
    "intrinsics",
    ".",
    "executor-contract",
    "portable",
  ],
  sweep: [
    "files",
    "config",
    "settings",
    "activation",
    "search",
    "expand",
    "overrides",
    "results",
    "plan",
    "study",
    "shard",
    "journal",
    "halving",
    "run",
    "merge",
    ".",
  ],
};

export function checkLayers() {
  const graph = importsOf(readdirSync(root).flatMap(sources));
  return [...circles(graph), ...Object.keys(LAYERS).flatMap((name) => upward(name, graph))];
}

function sources(name) {
  return readdirSync(`${root}${name}/src`, { recursive: true })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => resolve(root, name, "src", file));
}

/** The files that each file imports. */
function importsOf(files) {
  const known = new Set(files);
  return new Map(
    files.map((file) => [
      file,
      [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)]
        .map(([, to]) => resolve(dirname(file), to.replace(/\.js$/, ".ts")))
        .filter((target) => known.has(target)),
    ]),
  );
}

/** One problem for each circle that a walk along imports meets. */
function circles(graph) {
  const problems = [];
  const done = new Set();
  const path = [];
  const walk = (file) => {
    const at = path.indexOf(file);
    if (at !== -1)
      problems.push(`files import each other: ${[...path.slice(at), file].map(nameOf).join(" → ")}`);
    if (at !== -1 || done.has(file)) return;
    path.push(file);
    for (const target of graph.get(file) ?? []) walk(target);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) walk(file);
  return problems;
}

/** Imports of a folder from one above it. */
function upward(name, graph) {
  const src = resolve(root, name, "src");
  const layerOf = (file) => {
    const path = relative(src, file).split("/");
    return LAYERS[name].indexOf(path.length === 1 ? "." : path[0]);
  };
  return [...graph]
    .filter(([file]) => file.startsWith(`${src}/`))
    .flatMap(([file, targets]) => {
      if (layerOf(file) === -1)
        return [`${nameOf(file)}: its folder is in no layer of scripts/check-layers.mjs`];
      return targets
        .filter((target) => layerOf(target) > layerOf(file))
        .map((target) => `${nameOf(file)} may not import ${nameOf(target)}, which lies above it`);
    });
}

const nameOf = (file) => `packages/${relative(root, file)}`;
