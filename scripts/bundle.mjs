// `node ../../scripts/bundle.mjs`, the last step of a package's build: its modules in one file, since Node opens and
// compiles each module by itself, and a command of five hundred takes a second to start. Other packages stay outside.
import { existsSync } from "node:fs";
import { rolldown } from "rolldown";

const input = ["index", "main"].map((name) => `dist/${name}.js`).filter((file) => existsSync(file));
const bundle = await rolldown({
  input,
  platform: "node",
  tsconfig: false,
  transform: { target: "esnext" },
  external: /^[^./]/,
});
await bundle.write({
  dir: "dist",
  entryFileNames: "[name].bundle.js",
  chunkFileNames: "[name].chunk.js",
  cleanDir: false,
});
await bundle.close();
