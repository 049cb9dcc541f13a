/**
 * The charts of a report that have a picture in docs/report: in the page of which committed run, at which
 * place it is first shown, and what is clicked before. In a narrow window there is no blank next to a chart.
 */
export const CHARTS = {
  verdict: { run: "quickstart", selector: ".hero" },
  "verdict-phone": { run: "quickstart", selector: ".hero", width: 360 },
  leaderboard: { run: "deep", selector: "#leaderboard .scroll" },
  finalists: { run: "moons", selector: "#finalists .scroll" },
  effects: { run: "quickstart", selector: "#effects .card" },
  curves: { run: "quickstart", selector: "#curves fieldset" },
  "curves-of-one": { run: "quickstart", selector: "#curves .card", click: "#curves details.all > summary" },
  pareto: { run: "deep", selector: "#pareto figure", width: 748 },
  units: { run: "quickstart", selector: "#units .card" },
  "units-against-accuracy": { run: "quickstart", selector: "#units figure.half:has(circle)", width: 748 },
  "units-over-axes": { run: "quickstart", selector: "#units figure.half:has(rect)", width: 748 },
  gradients: { run: "deep", selector: "#gradients .pair" },
  "learning-rate": { run: "quickstart", selector: "#learning-rate figure", width: 748 },
  parameters: { run: "quickstart", selector: "#alpha figure", width: 748 },
  parallel: { run: "quickstart", selector: "#parallel figure" },
  tuning: { run: "quickstart", selector: "#tuning figure", width: 748 },
  variance: { run: "quickstart", selector: "#variance figure", width: 748 },
  ranks: { run: "moons", selector: "#conditions figure", width: 748, click: "#conditions-title" },
  profiles: { run: "moons", selector: "#conditions figure >> nth=1", width: 748 },
  activations: { run: "quickstart", selector: "#activations .card", click: "#activations-title" },
  speed: { run: "deep", selector: "#speed .cards", click: "#speed-title" },
  regions: { run: "moons", selector: "#regions fieldset" },
  trial: { run: "quickstart", selector: ".opened-body", click: "#trial-4 td" },
  data: { run: "quickstart", selector: "#data .data-pictures", click: "#data-title" },
};
