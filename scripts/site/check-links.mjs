// Every link within the built site leads to a file that is there, and to a heading that is there.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** Links of the site's pages that lead nowhere, as `page: link`. */
export function deadLinks(folder) {
  const pages = readdirSync(folder, { recursive: true })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html") && !file.startsWith("reports/"));
  const texts = new Map(pages.map((page) => [page, readFileSync(join(folder, page), "utf8")]));
  const dead = [];
  for (const [page, text] of texts)
    for (const [, link] of text.matchAll(/(?:href|src|srcset)="([^"]+)"/g)) {
      if (/^(?:[a-z]+:|\/\/)/.test(link)) continue;
      const [path, fragment] = decodeURI(link).split("#");
      const target = path === "" ? page : withIndex(posix.join(posix.dirname(page), path));
      const there = existsSync(join(folder, target));
      const found =
        there && (!fragment || !texts.has(target) || texts.get(target).includes(`id="${fragment}"`));
      if (!found) dead.push(`${page}: ${link}`);
    }
  return dead;
}

function withIndex(path) {
  return path.endsWith("/") || path === "." ? posix.join(path, "index.html") : path;
}
