import { type MessagePort, workerData } from "node:worker_threads";
import { activationCurve } from "@actbench/core/internal";
import { activationText } from "../activation/activation-text.js";
import { auditOwn } from "../activation/audit-own.js";
import { cardJson } from "../activation/card-json.js";
import { isLackOfFiles } from "../files/too-few-files.js";
import { UsageError } from "../usage-error.js";
import { carryActivation } from "./carried-activation.js";
import type { LoadedActivation } from "./plugin-definition.js";
import type { PluginAnswers, PluginMessage, PluginQuestion, PluginSetup } from "./plugin-question.js";
import { readPlugin } from "./read-plugin.js";

// Runs in a separate thread, which imports one plugin, answers one question and is ended.
const { file, question, port } = workerData as PluginSetup & { readonly port: MessagePort };
const tell = (message: PluginMessage): void => port.postMessage(message);

process.once("beforeExit", () => tell({ type: "idle" }));
tell({ type: "started" });
// Not awaited at the top: Node would warn of a plugin that never comes to its end.
readPlugin(file, () => tell({ type: "imported" }))
  .then(async (activations) => tell({ type: "answer", answer: await answered(activations, question) }))
  .catch((error: unknown) => tell(refusal(error)));

async function answered(
  activations: readonly LoadedActivation[],
  { ask, activation: name, code = "", columns = 80 }: PluginQuestion,
): Promise<PluginAnswers[keyof PluginAnswers]> {
  if (ask === "activations") return activations.map(carryActivation);
  const activation = activations.find((one) => one.name === name);
  if (activation === undefined) throw new UsageError(`${file.name} has no activation "${name}" any more`);
  return ofOne("code" in activation ? { ...activation, code } : activation, ask, columns);
}

async function ofOne(
  activation: LoadedActivation,
  ask: Exclude<keyof PluginAnswers, "activations">,
  columns: number,
): Promise<PluginAnswers[typeof ask]> {
  switch (ask) {
    case "audit":
      return auditOwn(activation, { now: () => performance.now() / 1000 });
    case "text":
      return activationText(activation, columns);
    case "json":
      return cardJson(activation);
    case "svg": {
      // Few ask for it, and this module is read for every plugin.
      const { renderActivation } = await import("@actbench/report");
      const curve = activationCurve(activation);
      return curve === undefined ? "" : renderActivation(curve);
    }
    default:
      return ask satisfies never;
  }
}

function refusal(error: unknown): PluginMessage {
  if (error instanceof UsageError) {
    const { message, hint } = error;
    return { type: "refused", message, ...(hint === undefined ? {} : { hint }) };
  }
  if (error instanceof DOMException && error.name === "DataCloneError")
    return {
      type: "refused",
      message: `${file.name}: a definition holds what is neither text, number nor list: ${error.message}`,
      hint: "of a definition only formula, value and slope are functions",
    };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const code = isLackOfFiles(error) ? error.code : undefined;
  return {
    type: "broken",
    message,
    ...(stack === undefined ? {} : { stack }),
    ...(code === undefined ? {} : { code }),
  };
}
