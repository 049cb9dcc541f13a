import { parseCommand } from "./command/parse-command.js";
import { commands, groups } from "./commands.js";
import { EXIT, type ExitCode } from "./exit-code.js";
import { withoutAddress } from "./queue/queue-flag.js";
import { printError } from "./terminal/print-error.js";
import { shellLine } from "./terminal/shell-line.js";
import { createTerminal } from "./terminal/terminal.js";
import { VERSION } from "./version.js";

const EPILOGUE = `Exit codes: 0 ok, 1 a check failed, 2 usage or configuration, 3 some trials failed, timed out or
ran out of memory, 4 a run's files are damaged, 130 interrupted (the same command continues a run).`;

type Process = Pick<NodeJS.Process, "env" | "cwd"> & {
  exitCode?: NodeJS.Process["exitCode"];
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
};

/** `help run` as `run --help`, `version` as `--version`: people know both from other tools. */
function asked(argv: readonly string[]): readonly string[] {
  const [first, ...rest] = argv;
  if (first === "help") return [...rest, "--help"];
  return first === "version" ? ["--version", ...rest] : argv;
}

/** Carries out one command line; gives the exit code. Never throws: errors are printed. */
export async function actbench(argv: readonly string[], host: Process): Promise<ExitCode> {
  let unwritable = false;
  const terminal = createTerminal({
    stdout: host.stdout,
    stderr: host.stderr,
    env: host.env,
    plain: argv.includes("--no-color"),
    onUnwritable: (error) => {
      unwritable = true;
      // It may come after the command has ended.
      host.exitCode = EXIT.usage;
      terminal.note(`error: the output cannot be written: ${error.message}; make room, or send it elsewhere`);
    },
  });
  try {
    const columns = Math.min(100, host.stdout.columns || 100);
    const table = { commands, groups, version: VERSION, epilogue: EPILOGUE, columns };
    if (argv.length === 0) {
      const help = await parseCommand(["--help"], table);
      if (help.kind === "text") terminal.note(help.text);
      return EXIT.usage;
    }
    const parsed = await parseCommand(asked(argv), table);
    if (parsed.kind === "text") {
      terminal.print(parsed.text);
      return EXIT.ok;
    }
    const code = await parsed.command.invoke(parsed.values, {
      terminal,
      cwd: host.cwd(),
      version: VERSION,
      verbose: parsed.values.verbose === true,
      line: shellLine([host.env.ACTBENCH_LAUNCHER ?? "actbench", ...withoutAddress(argv)]),
    });
    return unwritable && code === EXIT.ok ? EXIT.usage : code;
  } catch (error) {
    return printError(error, terminal, { stacks: argv.includes("--verbose") });
  }
}
