import { type CommandWords, firstWords, secondWords } from "./completion-words.js";

/** A completion script for bash: first and second words, then a command's flags, else files. */
export function bashScript(words: readonly CommandWords[]): string {
  const groups = firstWords(words).filter((first) => secondWords(words, first).length > 0);
  const cases = words.map(({ name, flags }) => `    ${JSON.stringify(name)}) flags="${flags.join(" ")}" ;;`);
  return `# actbench completion bash > ~/.local/share/bash-completion/completions/actbench
_actbench() {
  local word="\${COMP_WORDS[COMP_CWORD]}" command="\${COMP_WORDS[1]}" flags=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${firstWords(words).join(" ")} --help --version" -- "$word"))
    return
  fi
  case "$command" in
    ${groups.join("|")})
      if [ "$COMP_CWORD" -eq 2 ]; then
        case "$command" in
${groups.map((group) => `          ${group}) COMPREPLY=($(compgen -W "${secondWords(words, group).join(" ")}" -- "$word")) ;;`).join("\n")}
        esac
        return
      fi
      command="$command \${COMP_WORDS[2]}" ;;
  esac
  case "$command" in
${cases.join("\n")}
  esac
  if [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$word"))
  else
    compopt -o default
  fi
}
complete -F _actbench actbench
`;
}
