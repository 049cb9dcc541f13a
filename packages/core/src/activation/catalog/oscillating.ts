import { definedFamily } from "./defined-family.js";

export const oscillating = definedFamily("periodic", [
  {
    name: "shifted_sine",
    params: { omega: { default: 0.8 } },
    formula: "0.5 * sin(omega * x) + 0.3",
    summary: "half a sine, moved up by 0.3",
  },
  {
    name: "one_minus_cos",
    formula: "2 * sin(x / 2)^2",
    summary: "1 less the cosine: a wave from 0 to 2 that is flat at 0",
  },
  {
    name: "cosid",
    formula: "cos(x) - x",
    summary: "cosine less x: a wave along a falling line",
  },
  {
    name: "sinp",
    params: { slope: { default: 1 } },
    formula: "sin(x) - slope * x",
    summary: "sine less a multiple of x",
  },
  {
    name: "growing_cosine_unit",
    formula: "x * cos(x)",
    summary: "a cosine that grows with x",
  },
  {
    name: "amplifying_sine_unit",
    formula: "x * sin(x)",
    summary: "a sine that grows with x",
  },
  // Within 1 of its removable gap each sinc is its series: the quotient's slope loses digits there.
  {
    name: "sinc",
    formula: `abs(x) < 1
      ? 1 - x^2 / 6 * (1 - x^2 / 20 * (1 - x^2 / 42 * (1 - x^2 / 72 * (1 - x^2 / 110
        * (1 - x^2 / 156 * (1 - x^2 / 210))))))
      : sin(x) / x`,
    summary: "sine of x over x: a wave that dies away from 0",
  },
  {
    name: "shifted_sinc_unit",
    formula: `abs(x - pi) < 1
      ? pi * (1 - (x - pi)^2 / 6 * (1 - (x - pi)^2 / 20 * (1 - (x - pi)^2 / 42
        * (1 - (x - pi)^2 / 72 * (1 - (x - pi)^2 / 110 * (1 - (x - pi)^2 / 156
        * (1 - (x - pi)^2 / 210)))))))
      : pi * sin(x) / (pi - x)`,
    summary: "pi times the sinc of x - pi: 0 at 0 with slope 1, its peak at pi",
  },
  {
    name: "decaying_sine_unit",
    formula: `abs(abs(x) - pi) < 1
      ? sign(x) * pi^2 / (abs(x) + pi) * (1 - (abs(x) - pi)^2 / 6 * (1 - (abs(x) - pi)^2 / 20
        * (1 - (abs(x) - pi)^2 / 42 * (1 - (abs(x) - pi)^2 / 72 * (1 - (abs(x) - pi)^2 / 110
        * (1 - (abs(x) - pi)^2 / 156 * (1 - (abs(x) - pi)^2 / 210)))))))
      : pi^2 * sin(x) / (pi^2 - x^2)`,
    summary: "a sine that dies away on both sides, slope 1 at 0",
  },
]);
