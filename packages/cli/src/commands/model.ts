import { defineCommand } from "../command/command.js";
import { choiceFlag, textFlag, toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { MODEL_FORMATS, modelFormat } from "../model/model-format.js";
import { writeModel } from "../model/write-model.js";
import { codeModules } from "../plugins/load-plugins.js";
import { pluginFlag } from "../plugins/plugin-flag.js";
import { findTrial } from "../runs/find-trial.js";
import { outFlag, outFolder } from "../runs/out-flag.js";
import { UsageError } from "../usage-error.js";

/** `actbench model TRIAL [RUN] -o FILE` */
export const model = defineCommand({
  positionals: {
    trial: positional("one", "the start of a trial's id, or its number together with RUN"),
    run: positional("optional", "run to search; default: all runs under --out"),
  },
  flags: {
    output: textFlag("output file; its extension selects the format", "FILE", "o"),
    format: choiceFlag("output format; default: by the file's extension", MODEL_FORMATS),
    plugin: pluginFlag,
    out: outFlag,
    json: toggle("as JSON, one object"),
  },
  examples: [
    ["model 3fa9 -o model.onnx", "from raw inputs to probabilities, for any ONNX runtime"],
    ["model 12 quickstart -o model.safetensors", "weights [out, in] under PyTorch's names"],
    ["model 3fa9 -o model.npz", "weights [in, out] for NumPy"],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const { output } = flags;
    if (output === undefined)
      throw new UsageError("the file to write is missing", `actbench model ${args.trial} -o model.onnx`);
    const format = modelFormat(output, flags.format);
    const place = { cwd, out: outFolder(cwd, flags.out) };
    const { found } = await findTrial(args.trial, args.run, place, terminal);
    const plugins = await codeModules(flags.plugin, cwd);
    return writeModel(found, { file: output, format, cwd, json: flags.json, plugins }, terminal);
  },
});
