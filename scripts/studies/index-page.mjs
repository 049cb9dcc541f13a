import { table } from "../generate/table.mjs";

/** docs/studies/README.md: every study with its question and how its claims came out. */
export function studiesIndex(summaries) {
  return [
    "# Studies",
    "",
    "Claims of articles and papers about activation functions, written down in",
    "[configs/studies](../../configs/studies) before the trials, and tested. `pnpm studies` runs all studies,",
    "`pnpm studies -- NAME --quick` one of them in under a minute. Pages are generated from the records beside them;",
    "CI generates them again and retrains one trial of each to compare its digest. Pages that show the quick form support no",
    "conclusions yet.",
    "",
    ...table(
      ["study", "question", "run", "hold", "do not hold", "inconclusive"],
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
