// Copies what the site shows into a folder of its own, each file at its path in the repository: pages, and
// all that they link to.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { readmeGroups } from "./readme-groups.mjs";

/**
 * Fills `staged` from the repository at `root`: pages, files they link to (under public/), the generator's
 * configuration and theme.
 */
export function stagePages(root, staged) {
  const pages = trackedPages(root);
  const pathOf = (page) => (page === "README.md" ? "index.md" : page);
  const linked = new Set();
  for (const page of pages) {
    const text = readFileSync(join(root, page), "utf8");
    for (const target of localTargets(page, text)) if (!pages.includes(target)) linked.add(target);
    put(join(staged, pathOf(page)), withPageLinks(root, page, text));
  }
  for (const target of linked) stageLinked(root, staged, target);
  const config = fileURLToPath(new URL("config.mjs", import.meta.url));
  const theme = fileURLToPath(new URL("theme.mjs", import.meta.url));
  put(join(staged, ".vitepress/theme/index.mjs"), `export { default } from ${JSON.stringify(theme)};\n`);
  const { groups } = readmeGroups(readFileSync(join(root, "README.md"), "utf8"));
  put(
    join(staged, ".vitepress/config.mjs"),
    `import { siteConfig } from ${JSON.stringify(config)};\nexport default siteConfig(${JSON.stringify(groups)});\n`,
  );
}

/** The pages under version control, without those of results/. */
function trackedPages(root) {
  const { stdout } = spawnSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" });
  return stdout.split("\n").filter((page) => page !== "" && !page.startsWith("results/"));
}

/** Paths from the root that a page links to or shows. */
function localTargets(page, text) {
  const found = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(
    ([, link, image]) => link ?? image,
  );
  return found
    .filter((target) => !/^[a-z]+:|^#/.test(target))
    .map((target) => posix.join(posix.dirname(page), target.replace(/#.*$/, "")).replace(/\/$/, ""));
}

/**
 * The text with links as they are on the site: the README is its index, a folder is the page that lists its
 * files, and a file that is no page is not one of the site's own routes.
 */
function withPageLinks(root, page, text) {
  return text.replaceAll(/\]\(([^)\s#:]+)([^)\s]*)\)/g, (link, target, fragment) => {
    const path = posix.join(posix.dirname(page), target);
    if (path === "README.md") return `](${target.replace("README.md", "index.md")}${fragment})`;
    const from = join(root, path);
    if (/\.(?:md|svg|png)$/.test(path) || !existsSync(from)) return link;
    return statSync(from).isDirectory()
      ? `](${target.replace(/\/$/, "")}/index.md)`
      : `](${target}${fragment}){target="_self"}`;
  });
}

/** A linked file as it is; a linked folder as a page that lists its files. */
function stageLinked(root, staged, target) {
  const from = join(root, target);
  if (!existsSync(from)) return;
  if (!statSync(from).isDirectory()) return copy(from, join(staged, "public", target));
  const { stdout } = spawnSync("git", ["ls-files", target], { cwd: root, encoding: "utf8" });
  const files = stdout.split("\n").filter((file) => file !== "" && !file.endsWith(".md"));
  for (const file of files) copy(join(root, file), join(staged, "public", file));
  const lines = files.map(
    (file) => `- [${posix.relative(target, file)}](./${posix.relative(target, file)}){target="_self"}`,
  );
  put(join(staged, target, "index.md"), `# ${target}\n\n${lines.join("\n")}\n`);
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

function put(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
