import {
  dataSourceReference,
  settingReference,
  studyKeyReference,
} from "../../packages/sweep/dist/index.bundle.js";
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
    "## Settings of a configuration",
    "",
    "You can fix each setting in the file, vary it under `parameters`, or give it on the command line as `name=value`. The",
    "short name (`lr` for `train.lr`) is enough if no other setting ends with it.",
    "",
    ...table(
      ["setting", "takes", "default", "meaning"],
      settingReference().map(({ name, takes, default: value, doc }) => [`\`${name}\``, takes, value, doc]),
    ),
    "",
    "## Your own data",
    "",
    "Keys of `dataset` for your own data, explained in [your own data](your-own-data.md):",
    "",
    ...table(["key", "takes", "meaning"], dataSourceReference().map(keyRow)),
    "",
    "## Keys of the study",
    "",
    "`parameters` contains the axes. The other keys, besides `dataset`, `model`, `train` and `numerics`:",
    "",
    ...table(["key", "takes", "meaning"], studyKeyReference().map(keyRow)),
    "",
  ].join("\n");
}
