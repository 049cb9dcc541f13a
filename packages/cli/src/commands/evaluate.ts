import { defineCommand } from "../command/command.js";
import { countFlag, textFlag, toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { type Evaluation, evaluateFile } from "../evaluate/evaluate-files.js";
import { evaluationsJson, evaluationText } from "../evaluate/evaluation-text.js";
import { type NetworkToEvaluate, networkOfSweep, networkOfTrial } from "../evaluate/network-to-evaluate.js";
import { EXIT } from "../exit-code.js";
import { codeModules } from "../plugins/load-plugins.js";
import { pluginFlag } from "../plugins/plugin-flag.js";
import { findTrial } from "../runs/find-trial.js";
import { outFlag, outFolder } from "../runs/out-flag.js";
import { loadStudy } from "../study/load-study.js";
import type { Terminal } from "../terminal/terminal.js";
import { UsageError } from "../usage-error.js";

/** `actbench evaluate FILE …` */
export const evaluate = defineCommand({
  positionals: { files: positional("some", "weights: .safetensors or .npz files of one network") },
  flags: {
    config: textFlag("sweep file of the network and data that the weights belong to", "CONFIG"),
    point: countFlag("with --config: number of the configuration, if there are several", 0),
    trial: textFlag(
      "trial of the network and data that the weights belong to; its record is shown too",
      "TRIAL",
    ),
    run: textFlag("with --trial: run to search; default: all runs under --out", "RUN"),
    plugin: pluginFlag,
    out: outFlag,
    json: toggle("as JSON, a list with an object per file"),
  },
  examples: [
    ["evaluate mine.npz --config net.yaml", "how many dead units a model trained in PyTorch has"],
    ["evaluate model.safetensors", "a file of actbench model describes its network"],
    ["evaluate a.npz b.npz --trial 12 --run quickstart", "two files beside the results of trial 12"],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const named = await namedNetwork(flags, cwd, terminal);
    const as = named ?? { plugins: await codeModules(flags.plugin, cwd) };
    const evaluations: Evaluation[] = [];
    for (const file of args.files) evaluations.push(await evaluateFile(file, as, cwd));
    if (flags.json) {
      terminal.print(evaluationsJson(evaluations));
      return EXIT.ok;
    }
    // Files that say which network they are of may be of several.
    const groups = named === undefined ? evaluations.map((one) => [one]) : [evaluations];
    terminal.print(groups.map((group) => evaluationText(group, terminal.columns())).join("\n\n"));
    return EXIT.ok;
  },
});

interface NetworkFlags {
  readonly config: string | undefined;
  readonly point: number | undefined;
  readonly trial: string | undefined;
  readonly run: string | undefined;
  readonly plugin: readonly string[];
  readonly out: string | undefined;
}

/** The network that flags name; undefined where the files are to say it. */
async function namedNetwork(
  flags: NetworkFlags,
  cwd: string,
  terminal: Pick<Terminal, "note">,
): Promise<NetworkToEvaluate | undefined> {
  const { config, point, trial, run, plugin, out } = flags;
  if (config !== undefined && trial !== undefined)
    throw new UsageError(
      "--config and --trial exclude each other",
      "weights belong to one network: give it once",
    );
  if (point !== undefined && config === undefined)
    throw new UsageError("--point needs --config", "add the sweep file");
  if (run !== undefined && trial === undefined)
    throw new UsageError("--run needs --trial", "add the trial of the network");
  if (config !== undefined)
    return networkOfSweep(await loadStudy({ config, overrides: [], cwd, plugins: plugin }), config, point);
  if (trial === undefined) return undefined;
  const { found } = await findTrial(trial, run, { cwd, out: outFolder(cwd, out) }, terminal);
  return networkOfTrial(found, await codeModules(plugin, cwd));
}
