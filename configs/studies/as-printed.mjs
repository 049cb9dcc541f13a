/** elu with the slope that circulates for x ≤ 0, α(eˣ − 1), which is its value; the right one is αeˣ. */
export default {
  name: "elu_slope_as_printed",
  summary: "elu with its slope as printed",
  value: (x) => (x > 0 ? x : Math.exp(x) - 1),
  slope: (x) => (x > 0 ? 1 : Math.exp(x) - 1),
  kinks: [0],
};
