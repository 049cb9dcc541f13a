import fc from "fast-check";

// The same examples in every run of `pnpm test`, so that it fails for what was changed and for nothing else.
// Longer suites draw others each time; fast-check prints the seed of a failure, and PROPERTY_SEED repeats it.
const { PROPERTY_SEED = "1" } = process.env;
if (PROPERTY_SEED !== "random")
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(PROPERTY_SEED) });
