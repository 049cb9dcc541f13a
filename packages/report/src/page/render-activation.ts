import { type ActivationSpec, evaluate, exactFormulas, zeroSlopeSet } from "@actbench/core";
import { activationChart } from "../charts/activation-chart.js";
import { CATEGORIES } from "../style/palette.js";
import { svgFile } from "./svg-file.js";

const INK = CATEGORIES[0]?.light ?? "#d55e00";
const STYLE = `svg{background:#fff;font-family:system-ui,sans-serif}text{fill:#5f6b7a;font-size:10px}.grid{stroke:#e6e9ee}.axis{stroke:#9aa5b1}path{fill:none}.mean-line{stroke:${INK};stroke-width:2.2}.slope{stroke:#5f6b7a;stroke-width:1.6;stroke-dasharray:5 3}.dead-zone{fill:#c0392b;opacity:.1}`;

/**
 * An activation of one input as an SVG file of its own: value, slope (dashed), where the slope is 0; parameters at
 * their values. Throws a `RangeError` for gated activations, which are no curve.
 */
export function renderActivation(spec: ActivationSpec): string {
  if (spec.inputs !== 1)
    throw new RangeError(`${spec.label} has ${spec.inputs} inputs; one is expected for a curve`);
  const { value, slopes } = exactFormulas(spec);
  const [slope = 0] = slopes;
  const params = Object.fromEntries(spec.params.map((param) => [param.name, param.value]));
  const chart = activationChart({
    title: spec.label,
    value: (x) => evaluate(value, { x, params }),
    slope: (x) => evaluate(slope, { x, params }),
    zeroSlope: zeroSlopeSet(slope),
    color: 0,
  });
  return svgFile(chart, STYLE);
}
