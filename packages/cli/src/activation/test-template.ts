import { createRequire } from "node:module";
import { relative } from "node:path";
import { packageEntry } from "../plugins/package-entry.js";

/** A test of a plugin for node --test, which runs the audit. */
export function testTemplate(name: string, plugin: string, folder: string): string {
  return `// node --test ${name}.test.mjs
import assert from "node:assert/strict";
import { dirname } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { actbench } from ${JSON.stringify(specifier(folder))};

const folder = dirname(fileURLToPath(import.meta.url));
const host = { stdout: process.stdout, stderr: process.stderr, env: process.env, cwd: () => folder };

test("${name} passes the audit", async () => {
  assert.equal(await actbench(["activations", "check", "./${plugin}"], host), 0);
});

test("${name} can be shown", async () => {
  assert.equal(await actbench(["activations", "show", "${name}", "--plugin", "./${plugin}"], host), 0);
});
`;
}

/** How the test imports actbench: as a package where it is installed, else this copy by a relative path. */
function specifier(folder: string): string {
  if (packageEntry("actbench", folder) !== undefined) return "actbench";
  const here = relative(folder, createRequire(import.meta.url).resolve("actbench"));
  const path = here.replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}
