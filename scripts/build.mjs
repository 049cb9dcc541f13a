// Builds what changed since the last time. Silent unless it fails: stdout belongs to a command's results.
import { build } from "./clone/build.mjs";

build();
