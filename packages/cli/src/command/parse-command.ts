import yargs, { type Argv } from "yargs";
import { UsageError } from "../usage-error.js";
import type { Command } from "./command.js";
import type { CommandEntry } from "./command-entry.js";
import type { CommandTable } from "./command-table.js";
import { commonFlags } from "./common-flags.js";
import { findCommand } from "./find-command.js";
import type { Flags } from "./flag.js";
import { readValues } from "./read-values.js";
import { withBareFlags } from "./with-bare-flags.js";

/** What a command line asks for: a text (help, version), or a command with its values. */
export type Parsed =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "command";
      readonly command: Command;
      readonly values: Readonly<Record<string, unknown>>;
    };

/**
 * Reads a command line, for which it loads the command that the line names and no other. Throws a
 * `UsageError` for anything it does not know, with the nearest name.
 */
export async function parseCommand(argv: readonly string[], table: CommandTable): Promise<Parsed> {
  const named = findCommand(argv, table);
  const command = await named?.load();
  let parsed: Record<string, unknown> | undefined;
  const line = baseLine(table);
  // The parser draws up help for all commands that it knows, also where none is shown.
  const known = named === undefined ? table.commands : [named];
  for (const entry of known.filter(({ name }) => !name.includes(" "))) register(line, entry, entry.usage);
  for (const group of table.groups.filter(({ name }) => named === undefined || isMember(named, name)))
    line.command(group.name, group.summary, (inner) => {
      for (const entry of known.filter((one) => isMember(one, group.name)))
        register(inner, entry, entry.usage.slice(group.name.length + 1));
      return inner.demandCommand(1, `${group.name} needs a second word; see actbench ${group.name} --help`);
    });
  function register(parent: Argv, entry: CommandEntry, usage: string): void {
    parent.command(
      usage,
      entry.summary,
      (inner) => (entry === named && command !== undefined ? describeCommand(inner, entry, command) : inner),
      (values) => {
        parsed = values;
      },
    );
  }
  const { text, complaint } = await runParser(
    line,
    command === undefined ? argv : withBareFlags(argv, command.flags),
  );
  if (complaint !== undefined)
    throw (
      (named && command && (await missingWords(complaint, argv, named, command))) ??
      new UsageError(complaint.split("\n")[0] ?? complaint)
    );
  if (text !== "") return { kind: "text", text };
  if (named === undefined || command === undefined || parsed === undefined)
    throw new UsageError("no command was given", "see actbench --help");
  return { kind: "command", command, values: await readValues(named.name, command, parsed) };
}

function isMember({ name }: CommandEntry, group: string): boolean {
  return name.startsWith(`${group} `);
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

function describeCommand(line: Argv, { usage, summary }: CommandEntry, command: Command): Argv {
  line.usage(`actbench ${usage}\n\n${summary}`);
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

/** Runs the parser; gives what it would have printed, and its complaint. */
async function runParser(
  line: Argv,
  argv: readonly string[],
): Promise<{ readonly text: string; readonly complaint: string | undefined }> {
  let text = "";
  let complaint: string | undefined;
  await line.parseAsync([...argv], {}, (error, _parsed, output) => {
    if (error) complaint = error.message;
    else text = output;
  });
  return { text, complaint };
}

/** The parser counts the words that are missing; people want their names. */
async function missingWords(
  complaint: string,
  argv: readonly string[],
  { name }: CommandEntry,
  command: Command,
): Promise<UsageError | undefined> {
  const [, given] = /^Not enough non-option arguments: got (\d+)/.exec(complaint) ?? [];
  if (given === undefined) return undefined;
  const see = `see actbench ${name} --help`;
  const { unknownFlagOf } = await import("./unknown-flag.js");
  // `-c sweep.yaml` takes the word that is missing.
  const unknown = unknownFlagOf(argv, command);
  if (unknown !== undefined) return new UsageError(unknown, see);
  const needed = Object.entries(command.positionals).filter(
    ([, { arity }]) => arity === "one" || arity === "some",
  );
  const missing = needed.slice(Number(given)).map(([key, { describe }]) => `<${key}> (${describe})`);
  return new UsageError(
    `missing ${missing.length === 1 ? "argument" : "arguments"}: ${missing.join(", ")}`,
    see,
  );
}
