import { REGION_LIMITS } from "../analysis/region-limits.js";

/** What one section or another is made of. */
export const sections = `.axes,.counts{display:flex;flex-wrap:wrap;gap:4px 20px;margin:0;padding:0;list-style:none}
.axes{margin-bottom:16px;color:var(--soft)}
.axes b{margin-left:3px;color:var(--ink);font-size:17px}
.counts{font-size:13px;color:var(--soft)}
.status{display:block;width:100%;height:8px;margin-bottom:8px;border-radius:4px}
.findings{margin:0 0 12px;padding:0;list-style:none}
.finding{display:flex;gap:10px;padding:7px 0;border-bottom:1px solid var(--rule)}
.finding p{margin:0;max-width:92ch;min-width:0}
.mark{flex:none;width:14px;font-size:11px;line-height:2.1;text-align:center;color:var(--soft)}
.tone-good .mark{color:var(--good)}.tone-bad .mark{color:var(--bad)}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,268px),1fr));gap:22px 26px;margin:6px 0 14px}
#effects .cards,[id$=-effects] .cards,.cards.wide{grid-template-columns:repeat(auto-fill,minmax(min(100%,320px),1fr))}
.card{position:relative;display:flex;flex-direction:column;min-width:0;margin:0;padding:6px;border-radius:6px}
.card figcaption{flex:1}
.card:has(.formula) figcaption{flex:none}
.card.on{background:var(--wash)}
.card:focus-visible{outline:2px solid var(--accent)}
figcaption{margin-bottom:4px;font-size:13px;line-height:1.35}
figcaption b{font-weight:600}
figcaption small{display:block;color:var(--soft);font-size:11.5px}
.wide,.half{position:relative;margin:6px 0 14px;min-width:0}
:is(.wide,.half) figcaption b{display:inline-block}:is(.wide,.half) figcaption b::first-letter{text-transform:uppercase}
.half .chart{max-width:440px}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,330px),1fr));gap:8px 32px;align-items:start}
.pair ol{columns:auto}
.choice{position:relative;min-width:0;margin:0;padding:0;border:0;font-size:13px}
.choice figure[class*=at-]{display:none;clear:both}
.choice legend{float:left;padding:4px 12px 0 0;color:var(--soft)}
.choice input{position:absolute;opacity:0}
.choice label{display:inline-block;min-height:28px;margin:0 4px 4px 0;padding:3px 10px;border:1px solid var(--rule);border-radius:5px;cursor:pointer}
.choice input:checked+label{border-color:var(--accent);background:var(--wash);color:var(--accent)}
.choice input:focus-visible+label{outline:2px solid var(--accent);outline-offset:2px}
.maps{display:grid;clear:both;grid-template-columns:repeat(auto-fill,minmax(148px,1fr));gap:14px 18px;margin:10px 0 14px}
.region-card{position:relative;display:flex;flex-direction:column;min-width:0;padding:4px;border-radius:6px}
.region-card p{display:flex;flex:1;align-items:baseline;margin:0 0 4px;line-height:1.3}
.region-card .swatch{flex:none}
.region-card figure{display:none;position:relative;margin:0}
.region-card.on{background:var(--wash)}
.maps.curves{grid-template-columns:repeat(auto-fill,minmax(250px,1fr))}
.region-card.shown figure{display:block}
.fit-map{display:block;max-width:100%;border-radius:4px;image-rendering:pixelated}
${Array.from({ length: REGION_LIMITS.epochs }, (_, k) => `.choice input:nth-of-type(${k + 1}):checked~.maps .at-${k},.choice input:nth-of-type(${k + 1}):checked~.at-${k}{display:block}`).join("\n")}
.formula{margin:6px 0 0;padding:0;list-style:none;font-size:12px;color:var(--soft)}
.formula code{color:var(--ink);overflow-wrap:anywhere}
.story{min-width:240px;white-space:normal;overflow-wrap:anywhere}
.data-pictures{display:flex;flex-wrap:wrap;gap:20px 36px;align-items:flex-end;margin:16px 0 8px}
.data-pictures .card{flex:0 1 352px}
.samples{display:flex;flex-wrap:wrap;gap:8px}
.samples figure{margin:0;text-align:center}
.samples img{display:block;border-radius:4px;image-rendering:pixelated}
.samples figcaption{margin:2px 0 0;color:var(--soft);font-size:12px}
.terms{display:grid;grid-template-columns:minmax(120px,190px) minmax(0,92ch);gap:10px 20px;margin:0;font-size:14px}
.terms dt{font-weight:600}
.terms dd{margin:0;color:var(--soft)}
.sides{margin:0;padding:0;list-style:none}
.sides small{color:var(--soft)}
.names{columns:320px;margin:0;padding-left:1.2em;font-size:13px}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,260px),1fr));gap:10px 24px;margin:0}
.facts dt{color:var(--soft);font-size:12px}
.facts dd{margin:0;overflow-wrap:anywhere}
.chart-menu{position:absolute;right:0;top:0;z-index:2;margin:0;opacity:.75}
.chart-menu:is(:hover,:focus-within,[open]){opacity:1}
.chart-menu summary{width:26px;min-height:26px;border-radius:5px;color:var(--soft);font-size:16px;line-height:26px;text-align:center;list-style:none}
.chart-menu summary::-webkit-details-marker{display:none}
.chart-menu summary:hover{background:var(--panel);color:var(--accent)}
.chart-menu div{position:absolute;right:0;display:grid;padding:4px;border:1px solid var(--rule);border-radius:7px;background:var(--paper);box-shadow:0 4px 16px #0003}
.chart-menu button{all:unset;min-height:24px;padding:3px 12px;border-radius:4px;font-size:13px;white-space:nowrap;cursor:pointer}
.chart-menu button:is(:hover,:focus-visible){background:var(--wash);color:var(--accent)}
:is(.yaml,.copied)+button{all:unset;min-height:24px;padding:0 6px;color:var(--accent);font-size:12px;cursor:pointer}
:is(.yaml,.copied)+button:focus-visible{outline:2px solid var(--accent)}
.card>figcaption,.wide>figcaption,.half>figcaption{padding-right:28px}
.methods{max-width:92ch;padding:10px 14px;border-left:3px solid var(--rule);background:var(--panel);font-size:14px;user-select:all}`;
