import type { Command } from "./command/command.js";
import type { CommandGroup } from "./command/command-table.js";
import { activationsCheck } from "./commands/activations-check.js";
import { activationsList } from "./commands/activations-list.js";
import { activationsNew } from "./commands/activations-new.js";
import { activationsShow } from "./commands/activations-show.js";
import { bench } from "./commands/bench.js";
import { check } from "./commands/check.js";
import { compare } from "./commands/compare.js";
import { completion } from "./commands/completion.js";
import { datasetsFetch } from "./commands/datasets-fetch.js";
import { datasetsImport } from "./commands/datasets-import.js";
import { datasetsInfo } from "./commands/datasets-info.js";
import { datasetsList } from "./commands/datasets-list.js";
import { datasetsVerify } from "./commands/datasets-verify.js";
import { doctor } from "./commands/doctor.js";
import { exportRun } from "./commands/export.js";
import { init } from "./commands/init.js";
import { merge } from "./commands/merge.js";
import { model } from "./commands/model.js";
import { plan } from "./commands/plan.js";
import { replay } from "./commands/replay.js";
import { report } from "./commands/report.js";
import { run } from "./commands/run.js";
import { show } from "./commands/show.js";
import { status } from "./commands/status.js";
import { validate } from "./commands/validate.js";

/** Every command; the command line, its help and the tests read this list. */
export const commands: readonly Command[] = [
  run,
  plan,
  validate,
  report,
  compare,
  check,
  exportRun,
  status,
  show,
  replay,
  model,
  bench,
  activationsList,
  activationsShow,
  activationsCheck,
  activationsNew,
  datasetsList,
  datasetsInfo,
  datasetsFetch,
  datasetsImport,
  datasetsVerify,
  merge,
  doctor,
  init,
  completion(() => commands),
];

/** The first words of two-word commands. */
export const groups: readonly CommandGroup[] = [
  { name: "activations", summary: "The catalog of activation functions: list, show, check, new" },
  { name: "datasets", summary: "Datasets: list, info, fetch, import, verify" },
];
