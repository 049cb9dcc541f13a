import { type CommandWords, firstWords, secondWords } from "./completion-words.js";

/** A completion script for fish: words with their summaries, then a command's flags. */
export function fishScript(words: readonly CommandWords[]): string {
  const summaryOf = (name: string): string => words.find((one) => one.name === name)?.summary ?? "";
  const lines = firstWords(words).flatMap((first) => {
    const seconds = secondWords(words, first);
    const about = seconds.length > 0 ? seconds.join(", ") : summaryOf(first);
    return [
      `complete -c actbench -n __fish_use_subcommand -a ${first} -d ${quoted(about)}`,
      ...seconds.map(
        (second) =>
          `complete -c actbench -f -n "__fish_seen_subcommand_from ${first}; and not __fish_seen_subcommand_from ${seconds.join(" ")}" -a ${second} -d ${quoted(summaryOf(`${first} ${second}`))}`,
      ),
    ];
  });
  const flags = words.flatMap(({ name, flags: own }) => {
    const seen = name
      .split(" ")
      .map((word) => `__fish_seen_subcommand_from ${word}`)
      .join("; and ");
    return own.map((flag) => `complete -c actbench -n "${seen}" -l ${flag.slice(2)}`);
  });
  return [
    "# actbench completion fish > ~/.config/fish/completions/actbench.fish",
    ...lines,
    ...flags,
    "",
  ].join("\n");
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
