import type { ActivationCurve } from "@actbench/core/internal";
import { activationChart } from "../charts/activation-chart.js";
import { CATEGORIES } from "../style/palette.js";
import { svgFile } from "./svg-file.js";

const INK = CATEGORIES[0]?.light ?? "#d55e00";
const STYLE = `svg{background:#fff;font-family:system-ui,sans-serif}text{fill:#5f6b7a;font-size:10px}.grid{stroke:#e6e9ee}.axis{stroke:#9aa5b1}path{fill:none}.mean-line{stroke:${INK};stroke-width:2.2}.slope{stroke:#5f6b7a;stroke-width:1.6;stroke-dasharray:5 3}.dead-zone{fill:#c0392b;opacity:.1}`;

/** An activation of one input as a separate SVG file: value, slope (dashed), where the slope is 0. */
export function renderActivation(curve: ActivationCurve): string {
  return svgFile(activationChart({ ...curve, color: 0 }), STYLE);
}
