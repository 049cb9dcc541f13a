/** The charts of a report that have a picture in docs/report, each by the place where the page first shows it. */
export const CHARTS = {
  effects: "#effects .card",
  curves: "#curves .card",
  pareto: "#pareto figure",
  units: "#units .card",
  "units-over-axes": "#units figure.wide:has(rect)",
  "learning-rate": "#learning-rate figure",
  parameters: "#alpha figure",
  parallel: "#parallel figure",
  tuning: "#tuning figure",
  variance: "#variance figure",
  activations: "#activations .card",
};
