export const TEMPLATE_FORMATS = ["yaml", "js"] as const;
export type TemplateFormat = (typeof TEMPLATE_FORMATS)[number];

/** A complete, working plugin: relu with a trained bump near 0. */
export function pluginTemplate(name: string, format: TemplateFormat): string {
  return format === "yaml" ? yaml(name) : javascript(name);
}

function yaml(name: string): string {
  return `# A custom activation. Its derivative, vector code, gain and plots follow from the formula.
activations:
  ${name}:
    summary: relu with a trained bump near 0
    formula: "max(x, 0) + a * x * exp(-x^2)"
    params:
      a: { default: 0.5, min: 0, max: 2, trainable: true, per: layer }
    at_kink: torch # left | right | mean: which derivative holds where left and right differ
    cite: my notes
`;
}

function javascript(name: string): string {
  return `// A custom activation. Its derivative, vector code, gain and plots follow from the formula.
// The builders (add, mul, exp, where, …) write a tree; nothing is computed here.
export default ({ add, exp, max, mul, neg, pow }) => ({
  name: ${JSON.stringify(name)},
  summary: "relu with a trained bump near 0",
  params: { a: { default: 0.5, min: 0, max: 2, trainable: true, per: "layer" } },
  formula: (x, { a }) => add(max(x, 0), mul(a, mul(x, exp(neg(pow(x, 2)))))),
  cite: "my notes",
});
`;
}
