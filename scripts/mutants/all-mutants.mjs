// All faults, by package. An entry: `file` under the package's `src`; `from`, a text that occurs once there;
// `to`, what it becomes; `tests`, the files under the package that must notice. All paths are made whole
// here.
import { coreMutants } from "./core.mjs";
import { reportMutants } from "./report.mjs";
import { sweepMutants } from "./sweep.mjs";

const packages = { core: coreMutants, report: reportMutants, sweep: sweepMutants };

export const mutants = Object.entries(packages).flatMap(([name, faults]) =>
  faults.map(({ file, tests, ...fault }) => ({
    ...fault,
    package: name,
    path: `packages/${name}/src/${file}`,
    tests: tests.map((test) => `packages/${name}/${test}`),
  })),
);
