import {
  type Activation,
  type AuditReport,
  auditActivation,
  catalog,
  type FormulaActivation,
  nearestName,
} from "@actbench/core/internal";
import { enableRelaxedSimd } from "@actbench/workers/engine";
import { auditOwn } from "../activation/audit-own.js";
import { auditText } from "../activation/audit-text.js";
import { activationCalled } from "../activation/choose-activation.js";
import { defineCommand } from "../command/command.js";
import { toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { EXIT } from "../exit-code.js";
import { isConfigError } from "../is-config-error.js";
import { clock } from "../machine/clock.js";
import { askPlugin } from "../plugins/ask-plugin.js";
import { loadPlugins } from "../plugins/load-plugins.js";
import { packageEntry } from "../plugins/package-entry.js";
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
  // A bare word is more often a name, misspelled or not, than a package; one that is there is meant.
  const isWord = /^\w+$/.test(what) && packageEntry(what, cwd) === undefined;
  const builtIn = isWord ? builtInOf(what) : undefined;
  if (builtIn !== undefined) return [auditActivation(builtIn, { now: clock })];
  const { activations, fileOf } = await loadPlugins([
    { name: what, place: what, folder: cwd, inside: false },
  ]);
  const reports: AuditReport[] = [];
  for (const activation of activations.filter((one) => !isBuiltIn(one)))
    reports.push(
      "code" in activation
        ? await askPlugin(fileOf(activation), { ask: "audit", activation: activation.name })
        : auditOwn(activation, { now: clock }),
    );
  return reports;
}

/** The built-in of a name or another name; a `UsageError` for a name that is almost one. */
function builtInOf(name: string): FormulaActivation | undefined {
  const activation = activationCalled(name, catalog);
  if (activation !== undefined && !("code" in activation)) return activation;
  const near = nearestName(
    name,
    catalog.map((one) => one.name),
  );
  if (near === undefined) return undefined;
  throw new UsageError(`there is no activation "${name}" in the catalog`, `did you mean ${near}?`);
}

const isBuiltIn = (activation: Activation): boolean => catalog.some((one) => one === activation);

/** What is wrong with a plugin that cannot even be loaded; anything else is thrown on. */
async function problemsOf(error: unknown): Promise<readonly string[]> {
  if (isConfigError(error)) {
    const { formatProblem } = await import("@actbench/sweep");
    return error.problems.map(formatProblem);
  }
  if (error instanceof PluginError) return [error.message, ...(error.hint === undefined ? [] : [error.hint])];
  throw error;
}
