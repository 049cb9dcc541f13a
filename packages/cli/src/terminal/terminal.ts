import { type Colors, ownColors, writable } from "./own-codes.js";

/**
 * Where a command prints: results to stdout, progress and remarks to stderr. No text moves the cursor, rings,
 * colors or reorders anything, wherever it comes from: control characters are written out. `colors` and
 * `wipe` alone do such things.
 */
export interface Terminal {
  /** A result, one or more lines, to stdout. */
  print(text: string): void;
  /** A remark or an error, one or more lines, to stderr. */
  note(text: string): void;
  /** Text without a line end to stderr: for a progress display alone. */
  paint(text: string): void;
  /** Erases the last `lines` lines of stderr, or with 0 the current line. Only for a progress display. */
  wipe(lines: number): void;
  /** Whether stderr is a terminal that can be repainted. */
  readonly repaints: boolean;
  /** Width of the terminal, read each time, because it may be resized. */
  columns(): number;
  /** Characters that a line of a table may have on stdout: the terminal's, else COLUMNS, else 80. */
  width(): number;
  /** Colors for stdout. */
  readonly colors: Colors;
  /** Colors for stderr. */
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
 * stream and nothing else: a run continues and is written to disk. Any other write error is reported and ends
 * nothing.
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
    // With the line end, for a text may end in the first half of one: that of a CSV.
    print: (text) => toStdout(writable(`${text}\n`)),
    note: (text) => toStderr(`${writable(text)}\n`),
    paint: (text) => toStderr(writable(text)),
    wipe: (lines) => toStderr(lines === 0 ? "\r\x1b[K" : `\x1b[${lines}A\x1b[0J`),
    repaints: stderr.isTTY === true && !dumb,
    // Some pseudo terminals say 0.
    columns: () => stderr.columns || 80,
    width: () => stdout.columns || wholeNumber(env.COLUMNS) || 80,
    colors: ownColors(colored(stdout)),
    noteColors: ownColors(colored(stderr)),
  };
}

function wholeNumber(text = ""): number {
  return /^\d{1,5}$/.test(text) ? Number(text) : 0;
}
