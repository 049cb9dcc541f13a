import type { ExitCode } from "../exit-code.js";
import type { Terminal } from "../terminal/terminal.js";
import type { Flags, FlagValues } from "./flag.js";
import type { Positionals, PositionalValues } from "./positional.js";

/** What a command may touch besides its arguments. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** The folder that the user's paths are relative to. */
  readonly cwd: string;
  /** The version of actbench. */
  readonly version: string;
  /** `--verbose`. */
  readonly verbose: boolean;
  /** The command line, to be typed again. */
  readonly line: string;
}

export interface Invocation<P extends Positionals, F extends Flags> extends CommandContext {
  readonly args: PositionalValues<P>;
  readonly flags: FlagValues<F>;
}

export interface CommandDefinition<P extends Positionals, F extends Flags> {
  readonly positionals: P;
  readonly flags: F;
  /** Command lines without the leading `actbench`, each with what it does. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  run(invocation: Invocation<P, F>): Promise<ExitCode> | ExitCode;
}

/** A command as the command line sees it: its types are checked where it is defined. */
export interface Command extends Omit<CommandDefinition<Positionals, Flags>, "run"> {
  invoke(values: Readonly<Record<string, unknown>>, context: CommandContext): Promise<ExitCode>;
}

/** A command from its definition; `values` of `invoke` are those that `parseCommand` gave for it. */
export function defineCommand<P extends Positionals, F extends Flags>(
  definition: CommandDefinition<P, F>,
): Command {
  const { run, ...rest } = definition;
  return {
    ...rest,
    invoke: async (values, context) => {
      const pick = (names: object) => Object.fromEntries(Object.keys(names).map((k) => [k, values[k]]));
      return run({
        ...context,
        args: pick(definition.positionals) as PositionalValues<P>,
        flags: pick(definition.flags) as FlagValues<F>,
      });
    },
  };
}
