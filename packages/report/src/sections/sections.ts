import { activationsSection } from "./activations.js";
import { alphaSection } from "./alpha.js";
import { claimsSection } from "./claims.js";
import { conditionsSection } from "./conditions.js";
import { curvesSection } from "./curves/curves.js";
import { dataSection } from "./data.js";
import { effectsSection } from "./effects.js";
import { failuresSection } from "./failures.js";
import { finalistsSection } from "./finalists.js";
import { findingsSection } from "./findings.js";
import { fitsSection } from "./fits.js";
import { gradientsSection } from "./gradients.js";
import { leaderboardSection } from "./leaderboard.js";
import { learningRateSection } from "./learning-rate.js";
import { machineSection } from "./machine.js";
import { methodSection } from "./method.js";
import { parallelSection } from "./parallel.js";
import { paretoSection } from "./pareto.js";
import { regionsSection } from "./regions.js";
import type { Section } from "./section.js";
import { speedSection } from "./speed.js";
import { targetSection } from "./target.js";
import { trialsSection } from "./trials.js";
import { tuningSection } from "./tuning.js";
import { unitsSection } from "./units/units.js";
import { varianceSection } from "./variance.js";

/** The page, in a reader's order. */
export const sections: readonly Section[] = [
  leaderboardSection,
  effectsSection,
  curvesSection,
  unitsSection,
  learningRateSection,
  finalistsSection,
  claimsSection,
  targetSection,
  alphaSection,
  varianceSection,
  tuningSection,
  parallelSection,
  gradientsSection,
  paretoSection,
  speedSection,
  conditionsSection,
  regionsSection,
  fitsSection,
  activationsSection,
  failuresSection,
  trialsSection,
  findingsSection,
  methodSection,
  dataSection,
  machineSection,
];
