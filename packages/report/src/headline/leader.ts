import { byActivation } from "../analysis/by-activation.js";
import { choiceFor, choiceValue, choose } from "../effects/choose.js";
import { goodDirection } from "../metrics/good-direction.js";
import type { MetricName } from "../metrics/metric-name.js";
import { judgeFamily } from "../verdict/judge-family.js";
import { equivalenceMargin } from "../verdict/margin.js";
import { pairPoints } from "../verdict/pair-points.js";
import { studyRules } from "../verdict/study-rules.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { bestFirst, type Headline, headlineSide } from "./headline-row.js";

/** More sides are in the leaderboard; every comparison of the family makes each harder to decide. */
const MAX_SIDES = 40;

interface Sides {
  readonly of: "activation" | "configuration";
  readonly metric: MetricName;
  /** The leader first. */
  readonly sides: readonly Headline["reference"][];
}

/**
 * Without a baseline: what leads against all others. Each activation's best configuration where several vary,
 * else the configurations. Chosen on validation and judged on test where examples were held out; a comparison
 * that the study does not declare, so exploratory.
 */
export function leaderHeadline(view: RunView): Headline | undefined {
  const found = activationSides(view) ?? configurationSides(view);
  const [leader, ...others] = found.sides;
  if (leader === undefined || others.length === 0) return undefined;
  const { metric } = found;
  const rules = studyRules(view, "exploratory");
  const sign = goodDirection(metric, view.study.metric);
  const [point] = leader.points;
  const family = others.flatMap(({ points: [rival] }) =>
    point === undefined || rival === undefined
      ? []
      : {
          sample: pairPoints(
            [
              [
                { view, point },
                { view, point: rival },
              ],
            ],
            metric,
          ),
          metric,
          sign,
        },
  );
  const judged = judgeFamily(family, rules);
  const rows = others.flatMap((side, i) => {
    const paired = judged[i];
    return paired === undefined ? [] : { ...side, paired };
  });
  return {
    kind: "leader",
    correction: rules.correction,
    of: found.of,
    reference: leader,
    place: found.of === "activation" ? "best" : "equal",
    seeds: view.study.seeds.length,
    metric,
    sign,
    margin: equivalenceMargin(metric, rules),
    rows: bestFirst(rows, sign),
  };
}

function activationSides(view: RunView): Sides | undefined {
  const choice = choiceFor(view);
  const groups = byActivation(view);
  if (choice === undefined || groups.length < 2) return undefined;
  const { chosenBy, metric } = choice;
  const chosen = groups.flatMap(({ label, points }) => {
    const best = choose(view, points, chosenBy);
    return best === undefined
      ? []
      : { side: headlineSide(label, [best]), value: scoreOf(view, best, chosenBy) };
  });
  const sides = chosen
    .toSorted((a, b) => b.value - a.value || 0)
    .slice(0, MAX_SIDES)
    .map(({ side }) => side);
  return sides.length < 2 ? undefined : { of: "activation", metric, sides };
}

const scoreOf = (view: RunView, point: PointView, chosenBy: MetricName): number =>
  point.diverged === point.trials.length ? -Infinity : (choiceValue(view, point, chosenBy) ?? -Infinity);

function configurationSides(view: RunView): Sides {
  const sides = view.ranked
    .slice(0, MAX_SIDES)
    .map((point) => headlineSide(point.configuration.label, [point]));
  return { of: "configuration", metric: view.metric, sides };
}
