import { classChance } from "../task/chance.js";
import { firstLargest } from "./first-largest.js";
import type { OutputScore } from "./score-entry.js";

/**
 * Mean over classes of F1 = 2 TP / (2 TP + FP + FN), of the classes that are some example's label or answer:
 * `f1_score` of scikit-learn with `average="macro", zero_division=0`.
 */
export const macroF1 = {
  name: "macro_f1",
  title: "macro F1",
  unit: "share",
  goal: "maximize",
  tasks: ["classification"],
  mayBeMissing: false,
  doc: "the mean over classes of the harmonic mean of precision and recall",
  begin(classes) {
    const right = new Float64Array(classes);
    const answers = new Float64Array(classes);
    const labels = new Float64Array(classes);
    const count = (counts: Float64Array, at: number): void => {
      if (at >= 0) counts[at] = (counts[at] as number) + 1;
    };
    return {
      add(outputs, label) {
        const answer = firstLargest(outputs);
        count(labels, label);
        count(answers, answer);
        if (answer === label) count(right, label);
      },
      value() {
        let sum = 0;
        let present = 0;
        for (let i = 0; i < classes; i++) {
          const both = (labels[i] as number) + (answers[i] as number);
          if (both === 0) continue;
          present++;
          sum += (2 * (right[i] as number)) / both;
        }
        return present === 0 ? 0 : sum / present;
      },
    };
  },
  diverged(chance) {
    const classes = classChance(chance);
    if (classes === undefined) return undefined;
    const { commonest, shares } = classes;
    return (2 * commonest) / (1 + commonest) / shares.filter((share) => share > 0).length;
  },
} as const satisfies OutputScore;
