import type { Claim } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { hostileActivations } from "../../test/synthetic-activations.js";
import { syntheticRun } from "../../test/synthetic-study.js";
import { claimsTable } from "./claims-table.js";
import { effectsTable } from "./effects-table.js";
import { exportTable } from "./export-table.js";
import { latexTable } from "./latex-table.js";
import { markdownTable } from "./markdown-table.js";
import { pointsTable } from "./points-table.js";

const run = syntheticRun({ faults: "none" });
const small = syntheticRun({
  faults: "none",
  lrs: [0.1],
  inits: ["he_normal"],
  activations: run.study.activations.slice(0, 2),
});

describe("exported tables", () => {
  it("have stable columns and a value per column, missing ones undefined", () => {
    const points = pointsTable(run);
    expect(points.columns.slice(0, 12)).toEqual([
      "study",
      "rank",
      "point",
      "label",
      "settings",
      "seeds",
      "completed",
      "diverged",
      "train_accuracy",
      "train_accuracy_sd",
      "train_accuracy_low",
      "train_accuracy_high",
    ]);
    expect(pointsTable(small).columns).toEqual(points.columns);
    expect(points.rows).toHaveLength(28);
    for (const row of points.rows) expect(row).toHaveLength(points.columns.length);
    expect(points.rows.at(-1)?.[1]).toBeUndefined();
    const effects = effectsTable(run);
    expect(effects.columns).toContain("p_corrected");
    // Six values, each at its best settings and at equal settings; the headline first.
    expect(effects.rows).toHaveLength(12);
    expect(effects.rows.map((row) => row[effects.columns.indexOf("at")])).toEqual([
      ...new Array(6).fill("best"),
      ...new Array(6).fill("equal"),
    ]);
    expect(claimsTable(run).rows.map(([id]) => id)).toEqual([
      "second-is-better",
      "as-many-inactive",
      "none-dead",
    ]);
  });

  it("have the p of the test that a claim's verdict stands on", () => {
    const seeds = syntheticRun({ faults: "none", seeds: 6 });
    const compare = { activation: ["leaky_relu(alpha=0.01)", "gelu"] } as const;
    const claims: readonly Claim[] = [
      {
        id: "same",
        compare,
        metric: "validation_accuracy",
        at: "equal",
        expect: "equivalent",
        margin: 0.05,
      },
      { id: "less", compare, metric: "validation_accuracy", at: "equal", expect: "not_worse", margin: 0.05 },
      { id: "none", where: { activation: "gelu" }, metric: "dead_rate", at: "equal", expect: "< 0.01" },
    ];
    const { columns, rows } = claimsTable({ ...seeds, study: { ...seeds.study, claims } });
    const at = (name: string) => rows.map((row) => row[columns.indexOf(name)]);
    expect(at("verdict")).toEqual(["pass", "pass", "pass"]);
    expect(at("test")).toEqual(["equivalence", "difference", undefined]);
    const [same, less, none] = at("p_corrected");
    expect(same).toBeLessThan(0.05);
    expect(less).toBeLessThan(0.05);
    // No test decides what is 0 by definition.
    expect([none, at("p")[2]]).toEqual([undefined, undefined]);
    expect(at("says").slice(0, 2)).toEqual([
      "validation accuracy of leaky_relu(alpha=0.01) equivalent to that of gelu, at matched settings, margin 5 pp",
      "validation accuracy of leaky_relu(alpha=0.01) not worse than that of gelu, at matched settings, margin 5 pp",
    ]);
    expect(at("says")[2]).toBe("dead rate < 1 % where gelu");
  });

  it("are printed in Markdown", () => {
    expect(markdownTable(pointsTable(small))).toMatchInlineSnapshot(`
      "| # | activation | n | validation accuracy (%) | test accuracy (%) | test loss | dead rate (%) | inactive rate (%) |
      | --: | :-- | --: | --: | --: | --: | --: | --: |
      | 1 | leaky\\_relu(alpha=0.01) | 3 | 94.63 ± 1.39 | 94.75 ± 1.36 | 0.1691 ± 0.0403 | 0.00 ± 0.00 | 1.04 ± 0.00 |
      | 2 | relu | 3 | 94.59 ± 0.79 | 94.71 ± 0.83 | 0.1697 ± 0.0270 | 1.04 ± 0.00 | 1.04 ± 0.00 |

      Mean over n completed seeds ± half the width of its 95 % confidence interval (Student's t), ranked by validation accuracy; it describes the variation over seeds, on this split and test set."
    `);
  });

  it("are printed in LaTeX with booktabs", () => {
    expect(latexTable(pointsTable(small))).toMatchInlineSnapshot(`
      "% \\usepackage{booktabs}
      \\begin{table}
        \\caption{Mean over n completed seeds $\\pm$ half the width of its 95 \\% confidence interval (Student's t), ranked by validation accuracy; it describes the variation over seeds, on this split and test set.}
        \\label{tab:quickstart}
        \\begin{tabular}{rlrrrrrr}
        \\toprule
        \\# & activation & n & validation accuracy (\\%) & test accuracy (\\%) & test loss & dead rate (\\%) & inactive rate (\\%) \\\\
        \\midrule
        1 & leaky\\_relu(alpha=0.01) & 3 & \\textbf{94.63 $\\pm$ 1.39} & \\textbf{94.75 $\\pm$ 1.36} & \\textbf{0.1691 $\\pm$ 0.0403} & 0.00 $\\pm$ 0.00 & 1.04 $\\pm$ 0.00 \\\\
        2 & relu & 3 & 94.59 $\\pm$ 0.79 & 94.71 $\\pm$ 0.83 & 0.1697 $\\pm$ 0.0270 & 1.04 $\\pm$ 0.00 & 1.04 $\\pm$ 0.00 \\\\
        \\bottomrule
        \\end{tabular}
      \\end{table}"
    `);
  });

  it("let no name be markup", () => {
    const hostile = pointsTable(syntheticRun({ activations: hostileActivations, lrs: [0.1] }));
    const names = exportTable(
      [{ name: "n", text: { title: "n", of: (n: string) => n } }],
      ["a|b\n<b>&\\x_y{z}$%#~^"],
      { caption: "", label: "" },
    );
    expect(markdownTable(names)).toContain("| a\\|b &lt;b\\>&amp;\\\\x\\_y{z}$%#\\~^ |");
    expect(latexTable(names)).toContain(
      "a|b $<$b$>$\\&\\textbackslash{}x\\_y\\{z\\}\\$\\%\\#\\textasciitilde{}\\textasciicircum{}",
    );
    for (const line of markdownTable(hostile).split("\n").slice(0, -2))
      expect(line.match(/(?<!\\)\|/g)).toHaveLength(hostile.titles.length + 1);
  });
});
