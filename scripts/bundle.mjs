// `node ../../scripts/bundle.mjs`, the last step of a package's build: its modules in one file, since Node opens and
// compiles each module by itself, and a command of five hundred takes a second to start. Other packages stay outside.
import { existsSync } from "node:fs";
import { rolldown } from "rolldown";

const external = /^[^./]/;

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
  });
  await bundle.close();
}

await write(
  ["index", "internal", "main"].map((name) => `dist/${name}.js`).filter((file) => existsSync(file)),
  { external },
);

// Further entries of a package keep the package's own bundle outside: there is one of each module at run time.
const resolveId = (id) =>
  /^(\.\.\/)+internal\.js$/.test(id) ? { id: "./internal.bundle.js", external: true } : null;
for (const entry of ["executor-contract", "portable"])
  if (existsSync(`dist/${entry}`))
    await write({ [entry]: `dist/${entry}/${entry}.js` }, { external, plugins: [{ resolveId }] });
