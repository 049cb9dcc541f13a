import { type Command, defineCommand } from "../command/command.js";
import type { CommandEntry } from "../command/command-entry.js";
import { positional } from "../command/positional.js";
import { bashScript } from "../completion/bash-script.js";
import { type CommandWords, completionWords } from "../completion/completion-words.js";
import { fishScript } from "../completion/fish-script.js";
import { zshScript } from "../completion/zsh-script.js";
import { EXIT } from "../exit-code.js";
import { UsageError } from "../usage-error.js";

const SCRIPTS: Readonly<Record<string, (words: readonly CommandWords[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** `actbench completion [SHELL]`; `commands` is the list that it stands in itself. */
export function completion(commands: readonly CommandEntry[]): Command {
  return defineCommand({
    positionals: { shell: positional("optional", "bash, zsh or fish; default: bash") },
    flags: {},
    examples: [
      ["completion bash", "save it as ~/.local/share/bash-completion/completions/actbench"],
      ["completion fish", "save it as ~/.config/fish/completions/actbench.fish"],
    ],
    run: async ({ args, terminal }) => {
      const { shell = "bash" } = args;
      const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
      if (script === undefined)
        throw new UsageError(
          `there is no completion for "${shell}"`,
          `one of ${Object.keys(SCRIPTS).join(", ")}`,
        );
      terminal.print(script(await completionWords(commands)).trimEnd());
      return EXIT.ok;
    },
  });
}
