// VitePress needs to know the address of its site when it builds. Ours finds it in the browser, from the
// address of the page.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";

/** Stands for the address during the build. */
export const BASE = "/actbench-site-base/";
/** The global variable that holds the path of the site's root in the browser. */
const AT = "globalThis.__SITE_BASE__";

/** Vite's address of a built file: computed by scripts, relative in style sheets, replaced later in pages. */
export function runtimeBase(file, { hostType, ssr }) {
  if (hostType === "js" && !ssr) return { runtime: `${AT}+${JSON.stringify(file)}` };
  return hostType === "css" ? { relative: true } : `${BASE}${file}`;
}

/** Makes every page and script of a built site relative; gives the number of pages. */
export function makeRelative(folder) {
  const files = readdirSync(folder, { recursive: true }).map((file) => file.replaceAll("\\", "/"));
  const pages = files.filter((file) => file.endsWith(".html") && !file.startsWith("reports/"));
  for (const page of pages) {
    const prefix = posix.relative(posix.dirname(page), ".") || ".";
    edit(join(folder, page), (text) =>
      text
        .replace(
          /(window\.__VP_SITE_DATA__=JSON\.parse\(.*?\);)/,
          `$1${AT}=new URL("${prefix}/",location.href).pathname;__VP_SITE_DATA__.base=${AT};`,
        )
        .replaceAll(BASE, `${prefix}/`),
    );
  }
  for (const script of files.filter((file) => file.endsWith(".js")))
    edit(join(folder, script), (text) => {
      // The index of the search is one text; its quote is the first.
      const [quote = '"'] = /localSearchIndex/.test(script) ? (/['"`]/.exec(text) ?? []) : [];
      return text.replaceAll(`"${BASE}"`, AT).replaceAll(BASE, `${quote}+${AT}+${quote}`);
    });
  for (const file of files.filter((name) => /\.(?:js|css|html)$/.test(name)))
    if (readFileSync(join(folder, file), "utf8").includes(BASE)) throw new Error(`${file} is not relative`);
  return pages.length;
}

function edit(file, change) {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}
