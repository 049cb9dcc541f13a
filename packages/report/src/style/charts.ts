/** Marks of charts. Colors come from the theme; a mark has a class, not a color. */
export const charts = `.swatch{display:inline-block;width:9px;height:9px;margin-right:6px;border-radius:50%;background:currentColor}
.s-completed{color:var(--good);fill:var(--good)}
.s-diverged{color:var(--bad);fill:var(--bad)}
.s-failed,.s-timed_out,.s-out_of_memory{color:var(--c7);fill:var(--c7)}
.s-pruned,.s-missing{color:var(--soft);fill:var(--soft)}
svg{display:block;overflow:visible}
svg text{fill:var(--soft);font-size:10px;font-family:inherit;paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.line line{stroke-width:1}
svg a{color:inherit}
.grid{stroke:var(--grid)}
.line .seed{stroke:currentColor;opacity:.45}
.line .bar{stroke:currentColor;stroke-width:2.5;stroke-linecap:round}
.mean{fill:currentColor;stroke:var(--paper);stroke-width:1}
.line{flex:none}
.axis{stroke:var(--soft);stroke-width:1;opacity:.6}
.chart{width:100%;height:auto;max-width:440px}
.chart .strong{fill:var(--ink);font-size:10.5px}
.seed,.reference,.train,.mean-line,.slope,.cross{fill:none}
.chart .seed{stroke:currentColor;stroke-width:1;opacity:.45}
.mean-line{stroke:currentColor;stroke-width:2.2;stroke-linejoin:round}
.dash-1 .mean-line{stroke-dasharray:7 4}.dash-2 .mean-line{stroke-dasharray:2 4}.dash-3 .mean-line{stroke-dasharray:9 3 2 3}
.train{stroke:currentColor;stroke-width:1.2;stroke-dasharray:2 3}
.reference{stroke:var(--soft);stroke-width:1.2;opacity:.55}
.slope{stroke:var(--soft);stroke-width:1.6;stroke-dasharray:5 3}
.cross{stroke:var(--bad);stroke-width:2}
.dead-zone{fill:var(--bad);opacity:.1}
.zero{stroke:var(--soft);stroke-width:1}
.band{fill:var(--soft);opacity:.13}
.bar-fill{fill:var(--accent)}
.h0{fill:var(--zero)}
.legend{max-width:260px;margin-bottom:8px}
.hollow{fill:var(--paper);stroke:currentColor;stroke-width:1.8}
.chart .bar{stroke:currentColor;stroke-width:1.2;opacity:.35}
.front{fill:none;stroke:var(--soft);stroke-width:1.4;stroke-dasharray:5 3}
.band-fill{fill:currentColor;opacity:.1}
.joined{stroke:var(--ink);stroke-width:3.5;stroke-linecap:round}
figure.wide .chart{max-width:700px}
.beyond{fill:var(--grid);opacity:.6}
.fit-rows{stroke:var(--soft);stroke-width:3;stroke-linecap:round;opacity:.55;fill:none}
.fit-dots{stroke:currentColor;stroke-width:4;stroke-linecap:round;opacity:.6;fill:none}
.fit-right{stroke:var(--soft);stroke-dasharray:4 3;fill:none}
.region{max-width:150px;border-radius:4px;overflow:hidden}
.veil{fill:var(--paper);opacity:.4}
.dead-half{fill:var(--ink);opacity:.1}
.example{stroke:var(--paper);stroke-width:.4}
.dead-line{fill:none;stroke:var(--ink);stroke-width:1}
.unmeasured{fill:none;stroke:var(--rule)}
.chart .on-weak{fill:var(--ink);stroke:none}
.chart .on-strong{fill:var(--paper);stroke:none}
.out{opacity:.12}
.on:is(circle,path){stroke:var(--ink)}
svg [tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
figure.wide .parallel{max-width:none}
.parallel path{fill:none;stroke:currentColor;stroke-width:1.4;opacity:.6}
.parallel path:is(.on,:hover){stroke-width:3;opacity:1}
.parallel path.out{opacity:.06}
.brush{fill:var(--accent);opacity:.25;pointer-events:none}
.hit{fill:transparent;cursor:ns-resize}
.tip{position:fixed;z-index:9;max-width:min(340px,90vw);padding:5px 9px;border-radius:5px;background:var(--ink);color:var(--paper);font-size:12.5px;line-height:1.4;pointer-events:none;visibility:hidden;overflow-wrap:anywhere}
.tip.shown{visibility:visible}`;
