import { table } from "../generate/table.mjs";

/** docs/studies/README.md: every study with its question and how its claims came out. */
export function studiesIndex(summaries) {
  return [
    "# Studies",
    "",
    "What articles and papers claim of activation functions, written down as claims in",
    "[configs/studies](../../configs/studies) before the trials, and put to the test. `pnpm studies` runs all,",
    "`pnpm studies -- NAME --quick` one of them in under a minute. Pages are made from the records beside them, never typed;",
    "CI makes them again and trains a trial of each to its digest. Where a page says that it shows the quick form, nothing is",
    "settled yet.",
    "",
    ...table(
      ["study", "question", "run", "hold", "do not hold", "undecided"],
      summaries.map(({ name, question, form, pass, fail, undecided }) => [
        `[${name}](${name}.md)`,
        question,
        form,
        ...(form === "quick" ? ["–", "–", "–"] : [`${pass}`, `${fail}`, `${undecided}`]),
      ]),
    ),
    "",
  ].join("\n");
}
