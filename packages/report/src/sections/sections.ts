import { findingsSection } from "./findings.js";
import { leaderboardSection } from "./leaderboard.js";
import { machineSection } from "./machine.js";
import { methodSection } from "./method.js";
import type { Section } from "./section.js";
import { trialsSection } from "./trials.js";

/** The page, in a reader's order. */
export const sections: readonly Section[] = [
  findingsSection,
  leaderboardSection,
  trialsSection,
  methodSection,
  machineSection,
];
