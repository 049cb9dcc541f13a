import { claims } from "./claims.js";
import { cliReadme } from "./cli-readme.js";
import { comingFrom } from "./coming-from.js";
import { contributing } from "./contributing.js";
import { deadUnits } from "./dead-units.js";
import { figuresAndTables } from "./figures-and-tables.js";
import { firstSweep } from "./first-sweep.js";
import { howManySeeds } from "./how-many-seeds.js";
import { initializations } from "./initializations.js";
import { manyMachines } from "./many-machines.js";
import { models } from "./models.js";
import { notebook } from "./notebook.js";
import { ownProgram } from "./own-program.js";
import type { PageCase } from "./page-case.js";
import { readingAReport } from "./reading-a-report.js";
import { readme } from "./readme.js";
import { replay } from "./replay.js";
import { reproducibility } from "./reproducibility.js";
import { speed } from "./speed.js";
import { statistics } from "./statistics.js";
import { studyPages } from "./study-pages.js";
import { troubleshooting } from "./troubleshooting.js";
import { tutorial } from "./tutorial.js";
import { yourOwnActivation } from "./your-own-activation.js";
import { yourOwnData } from "./your-own-data.js";

/** Every page of the documents that holds a command line. */
export const PAGE_CASES: readonly PageCase[] = [
  readme,
  contributing,
  cliReadme,
  firstSweep,
  tutorial,
  howManySeeds,
  figuresAndTables,
  comingFrom,
  initializations,
  troubleshooting,
  yourOwnActivation,
  yourOwnData,
  ownProgram,
  readingAReport,
  claims,
  deadUnits,
  statistics,
  reproducibility,
  replay,
  models,
  notebook,
  speed,
  manyMachines,
  ...studyPages,
];
