import { EXIT, type ExitCode } from "../exit-code.js";
import { isLackOfFiles } from "../files/too-few-files.js";
import { isConfigError } from "../is-config-error.js";
import { UsageError } from "../usage-error.js";
import { plural } from "./plural.js";
import type { Terminal } from "./terminal.js";

/** Prints an error with its way out; gives the exit code that belongs to it. */
export function printError(error: unknown, terminal: Terminal, show: { readonly stacks: boolean }): ExitCode {
  const { red, bold } = terminal.noteColors;
  const title = red(bold("error:"));
  if (isConfigError(error)) {
    terminal.note(error.message);
    terminal.note(
      `${title} ${plural(error.problems.length, "problem")} in the configuration; nothing was run`,
    );
    return EXIT.usage;
  }
  if (!(error instanceof Error)) {
    terminal.note(`${title} ${String(error)}`);
    return EXIT.usage;
  }
  terminal.note(`${title} ${error.message}`);
  if ("hint" in error && typeof error.hint === "string") terminal.note(error.hint);
  if (error instanceof UsageError) return EXIT.usage;
  const code = "code" in error ? error.code : undefined;
  if (isLackOfFiles(error))
    terminal.note("this process may open too few files; raise the limit, such as ulimit -n 1024");
  if (show.stacks) terminal.note(error.stack ?? "");
  else if (code === undefined) terminal.note("this is a bug in actbench; --verbose shows where");
  return code === "run_damaged" ? EXIT.damaged : EXIT.usage;
}
