import { CATEGORIES, HEAT } from "./palette.js";

const inks = (scheme: "light" | "dark"): string =>
  [
    ...CATEGORIES.map((ink, i) => `--c${i}:${ink[scheme]}`),
    ...HEAT.map((ink, i) => `--h${i + 1}:${ink[scheme]}`),
  ].join(";");

const LIGHT = `--paper:#fff;--panel:#f6f7f9;--ink:#1c2128;--soft:#57606a;--rule:#e3e7ec;--grid:#e9ecf0;--accent:#0b5cad;--good:#0a7a55;--bad:#b3410a;--wash:#eef4fb;--zero:#f1f3f5;--edge:#1c212826;${inks("light")}`;
const DARK = `--paper:#0f1318;--panel:#161b22;--ink:#e4e9ef;--soft:#9aa6b2;--rule:#2a323c;--grid:#252c35;--accent:#6cb0f5;--good:#3ecf9c;--bad:#ff9a5c;--wash:#182434;--zero:#1b2129;--edge:#000000b0;${inks("dark")}`;

const colors = CATEGORIES.map((_, i) => `.c${i}{color:var(--c${i})}`).join("");
const heat = HEAT.map((_, i) => `.h${i + 1}{fill:var(--h${i + 1})}`).join("");

/** The page's only style. Colours are variables, so that light, dark and print need no second drawing. */
export const styles = `:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
@media print{:root{color-scheme:light;${LIGHT}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
article{max-width:1240px;margin:0 auto;padding:0 24px 64px}
article+article{border-top:6px double var(--rule)}
a{color:var(--accent);text-underline-offset:2px}
bdi{overflow-wrap:anywhere}
.masthead{padding:40px 0 8px}
.brand{margin:0;color:var(--soft);font-size:12px;font-weight:600;letter-spacing:.09em;text-transform:uppercase}
h1{margin:2px 0 4px;font-size:clamp(26px,4vw,36px);line-height:1.2;letter-spacing:-.015em}
.facts-line{margin:0 0 18px;color:var(--soft)}
.axes,.counts{display:flex;flex-wrap:wrap;gap:4px 20px;margin:0;padding:0;list-style:none}
.axes{margin-bottom:16px;color:var(--soft)}
.axes b{margin-left:3px;color:var(--ink);font-size:17px}
.counts{font-size:13px;color:var(--soft)}
.status{display:block;width:100%;height:8px;margin-bottom:8px;border-radius:4px}
nav{margin:20px 0 8px;padding:10px 0;border-block:1px solid var(--rule)}
nav ol{display:flex;flex-wrap:wrap;gap:4px 18px;margin:0;padding:0;list-style:none;font-size:13px}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
section{padding-top:36px}
h2{margin:0 0 6px;font-size:21px;line-height:1.3;letter-spacing:-.01em}
h2 a{color:inherit;text-decoration:none}
h2 a:hover::after{content:" #";color:var(--soft)}
h3{margin:22px 0 6px;font-size:15px}
.note{max-width:100ch;margin:0 0 14px;color:var(--soft);font-size:13.5px}
.absent{margin:4px 0 0;padding:12px 16px;border-left:3px solid var(--rule);background:var(--panel);color:var(--soft)}
.findings{margin:0 0 12px;padding:0;list-style:none}
.finding{display:flex;gap:10px;padding:7px 0;border-bottom:1px solid var(--rule)}
.finding p{margin:0;max-width:92ch;min-width:0}
.mark{flex:none;width:14px;font-size:11px;line-height:2.1;text-align:center;color:var(--soft)}
.tone-good .mark{color:var(--good)}.tone-bad .mark{color:var(--bad)}
.scroll{overflow-x:auto;max-width:100%;background:linear-gradient(90deg,var(--paper),transparent) 0/36px 100% no-repeat local,linear-gradient(270deg,var(--paper),transparent) 100%/36px 100% no-repeat local,linear-gradient(90deg,var(--edge),transparent) 0/14px 100% no-repeat scroll,linear-gradient(270deg,var(--edge),transparent) 100%/14px 100% no-repeat scroll}
.tall{max-height:70vh;overflow:auto}
.scroll:focus-visible,a:focus-visible,button:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;font-size:13px}
th,td{padding:5px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule);white-space:nowrap}
thead th{vertical-align:bottom;color:var(--soft);font-weight:500;font-size:12px;line-height:1.3}
tbody th{font-weight:500}
.num,.trials td{text-align:right}
.trials td:nth-child(2),.trials td:nth-child(4),.trials .text{text-align:left}
.trials th:not(.text){text-align:right}
td small,th small{display:block;color:var(--soft);font-size:11px;font-weight:400}
.board{width:100%}
.board tbody th{min-width:200px;max-width:340px;white-space:normal}
.trials td:nth-child(2){min-width:min(300px,45vw);max-width:420px;white-space:normal}
.wrap{min-width:160px;max-width:420px;white-space:normal}
.board thead th.num{min-width:5.2em;white-space:normal}
.board thead th:first-child{min-width:0}
.board{font-size:12.5px}.board td,.board th{padding-inline:5px}.board td:first-child,.board th:first-child{padding-left:0}
.board tbody th{position:relative;padding-left:18px}.board .swatch{position:absolute;left:3px;top:.85em}
.board .rank{color:var(--soft)}
.none{color:var(--soft)}
.trouble{color:var(--bad)!important}
.trials thead th{position:sticky;top:0;background:var(--paper);box-shadow:inset 0 -1px var(--rule);border-bottom:0}
.trials button{all:unset;cursor:pointer}
.trials button:hover{color:var(--ink);text-decoration:underline}
[aria-sort=ascending] button::after{content:" ↑"}
[aria-sort=descending] button::after{content:" ↓"}
.filter{display:flex;flex-wrap:wrap;gap:8px 18px;align-items:center;margin:0 0 10px;font-size:13px;color:var(--soft)}
.filter[hidden]{display:none}
input,select{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--rule);border-radius:5px;padding:4px 8px}
.swatch{display:inline-block;width:9px;height:9px;margin-right:6px;border-radius:50%;background:currentColor}
tr.on>*{background:var(--wash)}
.s-completed{color:var(--good);fill:var(--good)}
.s-diverged{color:var(--bad);fill:var(--bad)}
.s-failed,.s-timed_out,.s-out_of_memory{color:var(--c5);fill:var(--c5)}
.s-pruned,.s-missing{color:var(--soft);fill:var(--soft)}
svg{display:block;overflow:visible}
svg text{fill:var(--soft);font-size:10px;font-family:inherit;paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.line line{stroke-width:1}
.grid{stroke:var(--grid)}
.line .seed{stroke:currentColor;opacity:.45}
.line .bar{stroke:currentColor;stroke-width:2.5;stroke-linecap:round}
.mean{fill:currentColor;stroke:var(--paper);stroke-width:1}
.line{flex:none}
.axis{stroke:var(--soft);stroke-width:1;opacity:.6}
.chart{width:100%;height:auto;max-width:440px}
.chart .strong{fill:var(--ink);font-size:10.5px}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,268px),1fr));gap:22px 26px;margin:6px 0 14px}
#effects .cards,[id$=-effects] .cards,.cards.wide{grid-template-columns:repeat(auto-fill,minmax(min(100%,320px),1fr))}
.card{display:flex;flex-direction:column;min-width:0;margin:0;padding:6px;border-radius:6px}
.card figcaption{flex:1}
.card:has(.formula) figcaption{flex:none}
.card.on{background:var(--wash)}
.card:focus-visible{outline:2px solid var(--accent)}
figcaption{margin-bottom:4px;font-size:13px;line-height:1.35}
figcaption b{font-weight:600}
figcaption small{display:block;color:var(--soft);font-size:11.5px}
.seed,.reference,.train,.mean-line,.slope,.cross{fill:none}
.chart .seed{stroke:currentColor;stroke-width:1;opacity:.45}
.mean-line{stroke:currentColor;stroke-width:2.2;stroke-linejoin:round}
.train{stroke:currentColor;stroke-width:1.2;stroke-dasharray:2 3}
.reference{stroke:var(--soft);stroke-width:1.2;opacity:.55}
.slope{stroke:var(--soft);stroke-width:1.6;stroke-dasharray:5 3}
.cross{stroke:var(--bad);stroke-width:2}
.dead-zone{fill:var(--bad);opacity:.1}
.zero{stroke:var(--soft);stroke-width:1}
.band{fill:var(--soft);opacity:.13}
.bar-fill{fill:var(--c1)}
.h0{fill:var(--zero)}
.legend{max-width:260px;margin-bottom:8px}
.formula{margin:6px 0 0;padding:0;list-style:none;font-size:12px;color:var(--soft)}
.formula code{color:var(--ink);overflow-wrap:anywhere}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.95em}
.story{min-width:240px;white-space:normal;overflow-wrap:anywhere}
details{margin:6px 0}
summary{cursor:pointer;width:fit-content;color:var(--accent);font-size:13px}
details .scroll{margin-top:8px}
details tbody th,details td:nth-child(2){max-width:340px;white-space:normal}
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
pre.scroll{background:var(--panel)}
pre{margin:0;padding:14px 16px;border-radius:6px;background:var(--panel);font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
${colors}${heat}
@media (max-width:640px){article{padding:0 16px 48px}.terms{display:block}.terms dt{margin-top:10px}.board tbody th{min-width:140px}}
@media print{body{font-size:11px}.filter,nav{display:none}.tall{max-height:none}section{break-inside:auto}figure,.finding,tr{break-inside:avoid}.scroll{overflow:visible}}`;
