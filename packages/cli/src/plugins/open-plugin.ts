import { realpathSync } from "node:fs";
import type { Activation } from "@actbench/core/internal";
import { loadActivations } from "@actbench/sweep";
import { CodeError, type CodeModule, codeHash } from "@actbench/workers";
import { readUserText } from "../files/read-user-text.js";
import { askPlugin } from "./ask-plugin.js";
import { restoreActivation } from "./carried-activation.js";
import { isData, type PluginFile } from "./find-plugin.js";
import { PluginError } from "./plugin-error.js";

/** What a plugin brings. */
export interface Plugin {
  readonly file: PluginFile;
  readonly activations: readonly Activation[];
  /** Where its code is, when some of its activations are code. */
  readonly code?: CodeModule;
}

const MAX_BYTES = 1024 * 1024;

/** Reads a plugin's file; code is imported in a separate thread. Throws `ConfigError` or `PluginError`. */
export async function openPlugin(file: PluginFile): Promise<Plugin> {
  const { name, path } = file;
  if (isData(file)) {
    const text = readUserText(path, { name, what: "a plugin", maxBytes: MAX_BYTES });
    return { file, activations: loadActivations({ text, file: name }) };
  }
  const carried = await askPlugin(file, { ask: "activations" });
  let code: CodeModule | undefined;
  const activations = carried.map((one) =>
    restoreActivation(one, () => {
      code ??= moduleOf(file);
      return code.hash;
    }),
  );
  return { file, activations, ...(code === undefined ? {} : { code }) };
}

function moduleOf({ name, path }: PluginFile): CodeModule {
  const real = realpathSync(path);
  try {
    return { hash: codeHash(real), path: real };
  } catch (error) {
    if (error instanceof CodeError) throw new PluginError(`${name}: ${error.message}`, error.hint);
    throw error;
  }
}
