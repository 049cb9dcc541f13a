// The report page's script: the modules of packages/report/live as one minified text.
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { SCORES } from "../../packages/core/dist/internal.bundle.js";

const input = fileURLToPath(new URL("../../packages/report/live/main.ts", import.meta.url));
// Its modules one by one, so that the page holds those alone that it needs.
const core = fileURLToPath(new URL("../../packages/core/src/internal.ts", import.meta.url));

/** The text of `packages/report/src/page/script.ts`. */
export async function pageScript() {
  const bundle = await rolldown({
    input,
    transform: { define: { SCORE_TITLES: JSON.stringify(SCORES.map(({ name, title }) => [name, title])) } },
    resolve: { alias: { "@actbench/core/internal": core }, extensionAlias: { ".js": [".ts", ".js"] } },
  });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  await bundle.close();
  const code = output[0].code.trim();
  return [
    "/** The page's only program: `packages/report/live`, bundled by `pnpm generate`. */",
    `export const script = ${JSON.stringify(code)};`,
    "",
  ].join("\n");
}
