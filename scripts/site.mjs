// The documentation as a static site with search, and live reports: `pnpm site [-- --out DIR]` writes it into
// site/. It works under any address, since all of its links are relative: put the folder on any static host,
// or `npx serve site`.
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vitepress";
import { writeAtlas } from "./site/atlas.mjs";
import { deadLinks } from "./site/check-links.mjs";
import { writeGallery } from "./site/gallery.mjs";
import { makeRelative } from "./site/relative-base.mjs";
import { stagePages } from "./site/stage-pages.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const words = process.argv.slice(2).filter((word) => word !== "--");
const [flag = "--out", out = "site", ...rest] = words;
if (flag !== "--out" || rest.length > 0) {
  console.error(`unknown argument ${rest[0] ?? flag}; pnpm site takes --out DIR`);
  process.exit(2);
}

const staged = `${root}.cache/site`;
const target = resolve(root, out);
rmSync(staged, { recursive: true, force: true });
stagePages(root, staged);
await writeGallery(root, staged);
writeAtlas(root, staged);
await build(staged, { outDir: target });
const pages = makeRelative(target);
const dead = deadLinks(target);
for (const link of dead) console.error(`dead link in ${link}`);
if (dead.length > 0) process.exit(1);
console.log(`site: ${pages} pages in ${target}`);
