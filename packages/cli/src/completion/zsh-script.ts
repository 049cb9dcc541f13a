import { bashScript } from "./bash-script.js";
import type { CommandWords } from "./completion-words.js";

/** A completion script for zsh, which reads bash's by bashcompinit. */
export function zshScript(words: readonly CommandWords[]): string {
  const [, ...lines] = bashScript(words).split("\n");
  return [
    "# actbench completion zsh > ~/.actbench-completion.zsh; source it in ~/.zshrc after compinit",
    "autoload -U +X bashcompinit && bashcompinit",
    ...lines.map((line) => line.replace("compopt -o default", 'COMPREPLY=($(compgen -f -- "$word"))')),
  ].join("\n");
}
