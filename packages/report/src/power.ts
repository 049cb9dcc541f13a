/** What `plan` says before anything is trained: `@actbench/report/power`, without the page. */
export { formatBytes } from "./format/format.js";
export { powerLines } from "./format/format-power.js";
export { type SeedPower, seedPower } from "./power/seed-power.js";
