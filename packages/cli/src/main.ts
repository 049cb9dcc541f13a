#!/usr/bin/env node
import { inspect } from "node:util";
import { actbench } from "./actbench.js";
import { EXIT } from "./exit-code.js";
import { writable } from "./terminal/own-codes.js";

// Node would end with 1, which says here that a verdict failed.
process.on("uncaughtException", (error) => {
  process.stderr.write(`${writable(inspect(error))}\n`);
  process.exit(EXIT.usage);
});

// The exit code is set and the process left to end by itself: pipes are flushed, workers are closed.
const code = await actbench(process.argv.slice(2), process);
process.exitCode ??= code;
