#!/usr/bin/env node
import { Console } from "node:console";
import { inspect } from "node:util";
import type { EXIT } from "./exit-code.js";

const USAGE: typeof EXIT.usage = 2;
/** Replaced as soon as the modules are there: until then no message holds what is not ours. */
let clean = (text: string): string => text;

// Node would end with 1, which means here that a check failed. So the other modules are imported below this:
// one that cannot be read, because of too few file descriptors or a missing file, must not end with 1 either.
process.on("uncaughtException", (error) => {
  process.stderr.write(`${clean(inspect(error))}\n`);
  if ("code" in error && error.code === "EMFILE")
    process.stderr.write(
      "error: this process may open too few files; raise the limit, such as ulimit -n 1024\n",
    );
  process.exit(USAGE);
});

const [{ actbench }, { obeySignalsAsProcessOne }, { writable }, { watchEnd }] = await Promise.all([
  import("./actbench.js"),
  import("./interruption.js"),
  import("./terminal/own-codes.js"),
  import("./unfinished.js"),
]);
clean = writable;
obeySignalsAsProcessOne(process);
const onEnd = watchEnd(process);
// A command prints to streams; what prints to the console is a plugin, and stdout is for results.
globalThis.console = new Console(process.stderr);

// The exit code is set and the process left to end by itself: pipes are flushed, workers are closed.
const code = await actbench(process.argv.slice(2), process);
process.exitCode ??= code;
onEnd();
