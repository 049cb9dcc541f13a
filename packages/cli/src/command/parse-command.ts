import yargs, { type Argv } from "yargs";
import { UsageError } from "../usage-error.js";
import { checkName } from "./check-name.js";
import type { Command } from "./command.js";
import type { CommandTable } from "./command-table.js";
import { commonFlags } from "./common-flags.js";
import type { Flags } from "./flag.js";
import { usageOf } from "./positional.js";
import { readValues } from "./read-values.js";
import { unknownFlagOf } from "./unknown-flag.js";

/** What a command line asks for: a text (help, version), or a command with its values. */
export type Parsed =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "command";
      readonly command: Command;
      readonly values: Readonly<Record<string, unknown>>;
    };

/** Reads a command line. Throws a `UsageError` for anything it does not know, with the nearest name. */
export async function parseCommand(argv: readonly string[], table: CommandTable): Promise<Parsed> {
  checkName(argv, table);
  let chosen: { command: Command; parsed: Record<string, unknown> } | undefined;
  const line = baseLine(table);
  for (const command of table.commands.filter(({ name }) => !name.includes(" ")))
    register(line, command, command.name);
  for (const group of table.groups)
    line.command(group.name, group.summary, (inner) => {
      for (const command of table.commands.filter(({ name }) => name.startsWith(`${group.name} `)))
        register(inner, command, command.name.slice(group.name.length + 1));
      return inner.demandCommand(1, `${group.name} needs a second word; see actbench ${group.name} --help`);
    });
  function register(parent: Argv, command: Command, word: string): void {
    parent.command(
      usageOf(word, command.positionals),
      command.summary,
      (inner) => describeCommand(inner, command),
      (parsed) => {
        chosen = { command, parsed };
      },
    );
  }
  const text = await runParser(line, argv, table);
  if (text !== "") return { kind: "text", text };
  if (chosen === undefined) throw new UsageError("no command was given", "see actbench --help");
  return { kind: "command", command: chosen.command, values: readValues(chosen.command, chosen.parsed) };
}

function baseLine(table: CommandTable): Argv {
  return yargs()
    .scriptName("actbench")
    .locale("en")
    .usage(
      "actbench: which activation function is better, by how much, and how sure we are\n\nactbench <command>",
    )
    .parserConfiguration({
      "dot-notation": false,
      "parse-numbers": false,
      "parse-positional-numbers": false,
      "camel-case-expansion": false,
      "boolean-negation": false,
    })
    .exitProcess(false)
    .wrap(table.columns)
    .options(yargsOptions(commonFlags))
    .help("help", "this text")
    .alias("help", "h")
    .version("version", "the version of actbench", table.version)
    .group(["help", "version", ...Object.keys(commonFlags)], "Everywhere:")
    .demandCommand(1, "no command was given; see actbench --help")
    .epilogue(table.epilogue);
}

function describeCommand(line: Argv, command: Command): Argv {
  line.usage(`actbench ${usageOf(command.name, command.positionals)}\n\n${command.summary}`);
  for (const [name, place] of Object.entries(command.positionals))
    line.positional(name, {
      describe: place.describe,
      type: "string",
      array: place.arity === "many" || place.arity === "some",
    });
  line.options(yargsOptions(command.flags));
  for (const [example, what] of command.examples) line.example(`actbench ${example}`, what);
  return line.epilogue("");
}

function yargsOptions(flags: Flags) {
  return Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [
      name,
      flag.kind === "toggle"
        ? { type: "boolean" as const, describe: flag.describe }
        : {
            type: "string" as const,
            requiresArg: true,
            describe: `${flag.describe} (${flag.placeholder})`,
            ...(flag.kind === "list" || flag.alias === undefined ? {} : { alias: flag.alias }),
          },
    ]),
  );
}

/** Runs the parser; gives what it would have printed, and throws its complaints as usage errors. */
async function runParser(line: Argv, argv: readonly string[], table: CommandTable): Promise<string> {
  let text = "";
  let complaint: UsageError | undefined;
  await line.parseAsync([...argv], {}, (error, _parsed, output) => {
    if (error) complaint = missingWords(error.message, argv, table) ?? usageError(error.message);
    else text = output;
  });
  if (complaint !== undefined) throw complaint;
  return text;
}

function usageError(message: string): UsageError {
  return new UsageError(message.split("\n")[0] ?? message);
}

/** The parser counts the words that are missing; people want their names. */
function missingWords(
  message: string,
  argv: readonly string[],
  { commands }: CommandTable,
): UsageError | undefined {
  if (!message.startsWith("Not enough non-option arguments")) return undefined;
  const words = argv.filter((word) => !word.startsWith("-")).join(" ");
  const command = commands.find(({ name }) => words === name || words.startsWith(`${name} `));
  if (command === undefined) return undefined;
  const see = `see actbench ${command.name} --help`;
  // `-c sweep.yaml` takes the word that is missing.
  const unknown = unknownFlagOf(argv, command);
  if (unknown !== undefined) return new UsageError(unknown, see);
  const given = words.split(" ").length - command.name.split(" ").length;
  const needed = Object.entries(command.positionals).filter(
    ([, { arity }]) => arity === "one" || arity === "some",
  );
  const missing = needed.slice(given).map(([name, { describe }]) => `<${name}> (${describe})`);
  return new UsageError(
    `missing ${missing.length === 1 ? "argument" : "arguments"}: ${missing.join(", ")}`,
    see,
  );
}
