// `node ../../scripts/bundle.mjs`, the last step of a package's build: its modules in one file, since Node
// opens and compiles each module by itself, and a command of five hundred takes a second to start. Other
// packages stay outside.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { rolldown } from "rolldown";

const external = /^[^./]/;

// Those of an earlier build, some under names that no longer are.
for (const file of readdirSync("dist")) if (/\.(bundle|chunk)\.js$/.test(file)) rmSync(`dist/${file}`);

async function write(input, options) {
  const bundle = await rolldown({
    input,
    platform: "node",
    tsconfig: false,
    transform: { target: "esnext" },
    ...options,
  });
  await bundle.write({
    dir: "dist",
    entryFileNames: "[name].bundle.js",
    chunkFileNames: "[name].chunk.js",
    cleanDir: false,
    comments: false,
  });
  await bundle.close();
}

/**
 * Of the package, its command and its threads. What several need is in a chunk of its own; only bundles and
 * chunks are published.
 */
const ENTRIES = [
  "index",
  "internal",
  "text",
  "atlas",
  "power",
  "engine",
  "main",
  "page/page-thread",
  "plugins/plugin-thread",
  "trial-worker",
  "speed/speed-worker",
];
await write(
  Object.fromEntries(
    ENTRIES.filter((name) => existsSync(`dist/${name}.js`)).map((name) => [
      basename(name),
      `dist/${name}.js`,
    ]),
  ),
  { external },
);

// Further entries of a package keep the package's own bundle outside: there is one of each module at run
// time.
const resolveId = (id) => {
  const [, name] = /^(?:\.\.\/)+(internal|atlas)\.js$/.exec(id) ?? [];
  return name === undefined ? null : { id: `./${name}.bundle.js`, external: true };
};
for (const entry of ["executor-contract", "portable"])
  if (existsSync(`dist/${entry}`))
    await write({ [entry]: `dist/${entry}/${entry}.js` }, { external, plugins: [{ resolveId }] });
