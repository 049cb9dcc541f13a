import { trialValue } from "../../../packages/report/dist/index.js";
import { ranks } from "../../../packages/report/dist/stats/ranks.js";
import { table } from "../../generate/table.mjs";
import { digits, estimateText, meanOf } from "../estimate-text.mjs";

/**
 * `zeros-and-gap`: the share of zero activations against the training accuracy minus the test accuracy, over
 * all points.
 */
export const zerosAndGap = {
  needs: [],
  lines({ points, confidence }) {
    const measured = points
      .map((point) => ({ ...point, seeds: point.trials.flatMap(zerosAndGapOf) }))
      .filter(({ seeds }) => seeds.length > 0);
    const zeroing = measured.filter(({ seeds }) => seeds.some(({ zeros }) => zeros > 0.01));
    const sorted = zeroing.toSorted((a, b) => zerosOf(b) - zerosOf(a));
    const others = measured.filter((point) => !zeroing.includes(point));
    const row = ({ label, seeds }) => [
      label,
      `${seeds.length}`,
      `${digits(100 * zerosOf({ seeds }))} %`,
      `${digits(100 * meanOf(seeds.map(({ train }) => train)))} %`,
      `${estimateText(
        seeds.map(({ gap }) => 100 * gap),
        confidence,
      )} pp`,
    ];
    const whole = zeroing.filter(({ seeds, trials }) => seeds.length === trials.length);
    const rhos = rankCorrelations(whole);
    return [
      "## Zeros and overfitting",
      "",
      `Over the ${whole.length} configurations with zeros and without diverged seeds, Spearman's rank correlation of the zero fraction with the gap between training and test accuracy is ${estimateText(rhos, confidence)} (one a seed, n = ${rhos.length}). If zeros kept a network from overfitting, it would be below 0.`,
      "",
      ...table(
        ["configuration", "n", "zero fraction", "training accuracy", "training minus test"],
        [...sorted, ...others].map(row),
      ),
      "",
    ];
  },
};

function zerosAndGapOf({ seed, record }) {
  const [zeros, train, test] = ["zero_fraction", "train_accuracy", "test_accuracy"].map((metric) =>
    trialValue(record, metric),
  );
  return [zeros, train, test].includes(undefined) ? [] : [{ seed, zeros, train, gap: train - test }];
}

const zerosOf = ({ seeds }) => meanOf(seeds.map(({ zeros }) => zeros));

/** For each seed that all points have: the correlation of ranks over the points. */
function rankCorrelations(points) {
  const seeds = points[0]?.seeds.map(({ seed }) => seed) ?? [];
  return seeds.flatMap((seed) => {
    const own = points.flatMap(({ seeds }) => seeds.find((one) => one.seed === seed) ?? []);
    if (own.length < points.length || own.length < 3) return [];
    const [x, y] = [ranks(own.map(({ zeros }) => zeros)), ranks(own.map(({ gap }) => gap))];
    const [mx, my] = [meanOf(x), meanOf(y)];
    const dot = (a, ma, b, mb) => a.reduce((sum, value, i) => sum + (value - ma) * (b[i] - mb), 0);
    return [dot(x, mx, y, my) / Math.sqrt(dot(x, mx, x, mx) * dot(y, my, y, my))];
  });
}
