#!/usr/bin/env node
import { actbench } from "./actbench.js";

// The exit code is set and the process left to end by itself: pipes are flushed, workers are closed.
const code = await actbench(process.argv.slice(2), process);
process.exitCode ??= code;
