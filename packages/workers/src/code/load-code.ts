import { pathToFileURL } from "node:url";
import { isMainThread } from "node:worker_threads";
import {
  type ActivationFunctions,
  type FunctionsOf,
  isCode,
  pluginDefinitions,
  type TrialSpec,
} from "@actbench/core/internal";
import { CodeError } from "./code-error.js";
import { codeHash } from "./code-hash.js";

/** A plugin whose activations are code. */
export interface CodeModule {
  /** Its `codeHash`. */
  readonly hash: string;
  /** Absolute. */
  readonly path: string;
}

/** Whether a trial runs a plugin's code. */
export function usesCode({ model }: TrialSpec): boolean {
  return model.activation.some(isCode);
}

/**
 * Imports what a trial's activations need, which runs it; in a separate thread it prints to stderr. Throws a
 * `CodeError` where it is not what was planned.
 */
export async function loadCode(spec: TrialSpec, modules: readonly CodeModule[]): Promise<FunctionsOf> {
  // stdout is for a command's results.
  if (!isMainThread) process.stdout.write = process.stderr.write.bind(process.stderr);
  const definitions = new Map<string, readonly unknown[]>();
  for (const { code, name } of spec.model.activation.filter(isCode)) {
    const module = modules.find(({ hash }) => hash === code);
    // What is missing is core's to report.
    if (module === undefined || definitions.has(code)) continue;
    const found = codeHash(module.path);
    if (found !== code)
      throw new CodeError(
        "code_changed",
        `the plugin of the activation ${name} was changed after the trial was planned: its SHA-256 was ${code.slice(0, 12)}…, now it is ${found.slice(0, 12)}…`,
        "the same command makes a new plan with the changed plugin",
      );
    const { default: exported } = (await import(pathToFileURL(module.path).href)) as {
      readonly default?: unknown;
    };
    definitions.set(code, pluginDefinitions(exported));
  }
  return ({ code, name }) => functionsNamed(name, definitions.get(code) ?? []);
}

/** The boundary where a plugin's definition, checked when its hash was taken, gets its type. */
function functionsNamed(name: string, definitions: readonly unknown[]): ActivationFunctions | undefined {
  const found = definitions.find((one) => (one as { readonly name?: unknown } | null)?.name === name);
  return found === undefined
    ? undefined
    : ({ kinks: [], ...(found as Partial<ActivationFunctions>) } as ActivationFunctions);
}
