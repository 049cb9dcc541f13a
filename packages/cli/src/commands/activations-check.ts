import {
  type AuditReport,
  auditActivation,
  catalog,
  findActivation,
  nearestName,
} from "@actbench/core/internal";
import { enableRelaxedSimd } from "@actbench/workers/engine";
import { auditText } from "../activation/audit-text.js";
import { defineCommand } from "../command/command.js";
import { toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { EXIT } from "../exit-code.js";
import { isConfigError } from "../is-config-error.js";
import { clock } from "../machine/clock.js";
import { askPlugin } from "../plugins/ask-plugin.js";
import { loadPlugins } from "../plugins/load-plugins.js";
import { PluginError } from "../plugins/plugin-error.js";
import { UsageError } from "../usage-error.js";

/** `actbench activations check FILE|NAME` */
export const activationsCheck = defineCommand({
  positionals: { what: positional("one", "a plugin (file or package), or a name in the catalog") },
  flags: { json: toggle("as JSON, one array") },
  examples: [
    ["activations check ./my-activation.yaml", "every activation of a plugin; exit code 1 if one fails"],
    ["activations check gelu", "a built-in"],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    enableRelaxedSimd();
    let reports: readonly AuditReport[];
    try {
      reports = await audited(args.what, cwd);
    } catch (error) {
      const problems = await problemsOf(error);
      if (flags.json) terminal.print(JSON.stringify([{ name: args.what, passed: false, problems }], null, 2));
      else terminal.print([`${args.what}: failed`, ...problems.map((line) => `  ${line}`)].join("\n"));
      return EXIT.verdict;
    }
    terminal.print(flags.json ? JSON.stringify(reports, null, 2) : reports.map(auditText).join("\n\n"));
    return reports.every(({ passed }) => passed) ? EXIT.ok : EXIT.verdict;
  },
});

async function audited(what: string, cwd: string): Promise<readonly AuditReport[]> {
  const builtIn = findActivation(what);
  if (builtIn !== undefined) return [auditActivation(builtIn, { now: clock })];
  const near = nearestName(
    what,
    catalog.map(({ name }) => name),
  );
  // A bare word is more often a misspelled name than a package.
  if (near !== undefined && /^\w+$/.test(what))
    throw new UsageError(`there is no activation "${what}" in the catalog`, `did you mean ${near}?`);
  const { activations, fileOf } = await loadPlugins([
    { name: what, place: what, folder: cwd, inside: false },
  ]);
  const reports: AuditReport[] = [];
  for (const activation of activations.slice(catalog.length))
    reports.push(
      "code" in activation
        ? await askPlugin(fileOf(activation), { ask: "audit", activation: activation.name })
        : auditActivation(activation, { now: clock }),
    );
  return reports;
}

/** What is wrong with a plugin that cannot even be loaded; anything else is thrown on. */
async function problemsOf(error: unknown): Promise<readonly string[]> {
  if (isConfigError(error)) {
    const { formatProblem } = await import("@actbench/sweep");
    return error.problems.map(formatProblem);
  }
  if (error instanceof PluginError) return [error.message, ...(error.hint === undefined ? [] : [error.hint])];
  throw error;
}
