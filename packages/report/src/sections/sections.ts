import { activationsSection } from "./activations.js";
import { claimsSection } from "./claims.js";
import { curvesSection } from "./curves.js";
import { dataSection } from "./data.js";
import { effectsSection } from "./effects.js";
import { failuresSection } from "./failures.js";
import { findingsSection } from "./findings.js";
import { leaderboardSection } from "./leaderboard.js";
import { machineSection } from "./machine.js";
import { methodSection } from "./method.js";
import type { Section } from "./section.js";
import { trialsSection } from "./trials.js";
import { unitsSection } from "./units.js";

/** The page, in a reader's order. */
export const sections: readonly Section[] = [
  findingsSection,
  claimsSection,
  leaderboardSection,
  effectsSection,
  curvesSection,
  unitsSection,
  activationsSection,
  failuresSection,
  trialsSection,
  methodSection,
  dataSection,
  machineSection,
];
