import { createColors } from "picocolors";

type Colors = ReturnType<typeof createColors>;

/** Where a command prints: results to stdout, progress and remarks to stderr. */
export interface Terminal {
  /** A result, one or more lines, to stdout. */
  print(text: string): void;
  /** A remark or an error, one or more lines, to stderr. */
  note(text: string): void;
  /** Text without a line end to stderr: for the progress display alone. */
  paint(text: string): void;
  /** Whether stderr is a terminal that can be repainted. */
  readonly repaints: boolean;
  /** Width of the terminal, read anew each time: it may be resized. */
  columns(): number;
  /** Colours for stdout. */
  readonly colors: Colors;
  /** Colours for stderr. */
  readonly noteColors: Colors;
}

export interface TerminalStreams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
  /** `--no-color`. */
  readonly plain: boolean;
  /** Called when stdout or stderr cannot be written to, but for a reader that went away. */
  readonly onUnwritable: (error: Error) => void;
}

/**
 * A terminal over a process' streams. A reader that goes away (`| head`, a closed window) silences its
 * stream and nothing else: a run goes on and is written to disk. Any other write error is told, and ends nothing.
 */
export function createTerminal({ stdout, stderr, env, plain, onUnwritable }: TerminalStreams): Terminal {
  const write = (stream: NodeJS.WriteStream) => {
    let open = true;
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (open && error.code !== "EPIPE" && error.code !== "EIO" && error.code !== "ERR_STREAM_DESTROYED")
        onUnwritable(error);
      open = false;
    });
    return (text: string): void => {
      if (open) stream.write(text);
    };
  };
  const toStdout = write(stdout);
  const toStderr = write(stderr);
  const dumb = env.TERM === "dumb";
  const colored = (stream: NodeJS.WriteStream) =>
    !plain && !env.NO_COLOR && (Boolean(env.FORCE_COLOR) || (stream.isTTY === true && !dumb));
  return {
    print: (text) => toStdout(`${text}\n`),
    note: (text) => toStderr(`${text}\n`),
    paint: toStderr,
    repaints: stderr.isTTY === true && !dumb,
    // Some pseudo terminals say 0.
    columns: () => stderr.columns || 80,
    colors: createColors(colored(stdout)),
    noteColors: createColors(colored(stderr)),
  };
}
