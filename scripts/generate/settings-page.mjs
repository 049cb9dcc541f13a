import { dataSourceReference, settingReference, studyKeyReference } from "../../packages/sweep/dist/index.js";
import { table } from "./table.mjs";

const keyRow = ({ name, takes, doc }) => [`\`${name}\``, takes, doc];

/** docs/settings.md: every key of a sweep file, from the lists that also validate it. */
export function settingsPage() {
  return [
    "# Configuration reference",
    "",
    "Written by `pnpm generate` from the lists that also validate sweep files; [sweep-files.md](sweep-files.md) explains",
    "them with examples.",
    "",
    "## Settings of a point",
    "",
    "Every one can be fixed in the file, varied under `parameters`, or given on the command line as `name=value`; the",
    "short name (`lr` for `train.lr`) will do where only one setting ends with it.",
    "",
    ...table(
      ["setting", "takes", "default", "meaning"],
      settingReference().map(({ name, takes, default: value, doc }) => [`\`${name}\``, takes, value, doc]),
    ),
    "",
    "## Data of your own",
    "",
    "Keys that `dataset` takes beside its settings: [your-own-data.md](your-own-data.md).",
    "",
    ...table(["key", "takes", "meaning"], dataSourceReference().map(keyRow)),
    "",
    "## Keys of the study",
    "",
    "`parameters` holds the axes. The rest, beside `dataset`, `model`, `train` and `numerics`:",
    "",
    ...table(["key", "takes", "meaning"], studyKeyReference().map(keyRow)),
    "",
  ].join("\n");
}
