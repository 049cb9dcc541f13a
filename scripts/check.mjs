// Rules of the house that no linter knows. Exits 1 with one line per problem.
import { checkHouse } from "./check-house.mjs";
import { checkLayers } from "./check-layers.mjs";
import { checkMutants } from "./check-mutants.mjs";
import { checkPackages } from "./check-packages.mjs";
import { checkWords } from "./check-words.mjs";
import { checkComments } from "./wrap-comments.mjs";
import { checkProse } from "./wrap-prose.mjs";

const problems = [
  ...checkPackages(),
  ...checkLayers(),
  ...checkHouse(),
  ...checkMutants(),
  ...checkWords(),
  ...checkComments(),
  ...checkProse(),
];
for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0
    ? "check: package order, folder order, house rules and words hold"
    : `check: ${problems.length} problems`,
);
process.exit(problems.length === 0 ? 0 : 1);
