import type { ActivationParam, ActivationSpec, Expr } from "@actbench/core/internal";

const alphaOf = (value: number, trainable = false): ActivationParam => ({
  name: "alpha",
  value,
  trainable,
  per: "layer",
});
const leaky: Expr = ["where", ["gt", "x", 0], "x", ["mul", "$alpha", "x"]];

function activation(
  label: string,
  name: string,
  tree: Expr,
  params: readonly ActivationParam[] = [],
): ActivationSpec {
  return { label, name, tree, params, inputs: 1, at_kink: "left" };
}

/** The seven of `configs/quickstart.yaml`. */
export const quickstartActivations: readonly ActivationSpec[] = [
  activation("relu", "relu", ["max", "x", 0]),
  activation("leaky_relu(alpha=0.01)", "leaky_relu", leaky, [alphaOf(0.01)]),
  activation("leaky_relu(alpha=0.3)", "leaky_relu", leaky, [alphaOf(0.3)]),
  activation("prelu", "prelu", leaky, [alphaOf(0.25, true)]),
  activation("elu", "elu", ["where", ["gt", "x", 0], "x", ["mul", "$alpha", ["expm1", "x"]]], [alphaOf(1)]),
  activation("gelu", "gelu", ["mul", ["mul", 0.5, "x"], ["add", 1, ["erf", ["mul", "x", Math.SQRT1_2]]]]),
  activation("tanh", "tanh", ["tanh", "x"]),
];

/** Names as strangers write them: markup, quotes, right-to-left, emoji, no place to break, much too long. */
export const hostileActivations: readonly ActivationSpec[] = [
  `</script><script>document.title="owned"</script>`,
  `"' onload='alert(1)' &amp; <img src=x onerror=alert(1)>`,
  "פונקציה עם שם בעברית",
  "🧪👩‍🔬 bump ‮gnorw",
  "a".repeat(5000),
].map((label) =>
  activation(
    label,
    "bump",
    ["max", "x", ["mul", "x", "$a b"]],
    [{ name: "a b", value: 0.1, trainable: false, per: "layer" }],
  ),
);
