import { metricLabels } from "./metric-labels.js";

/**
 * Phones and paper. On a phone a row of a board is a card. On paper nothing scrolls: tables wrap, wide charts
 * shrink, and what only a screen can do is gone.
 */
export const media = `@media (max-width:640px){article{padding:0 16px 48px}.terms{display:block}.terms dt{margin-top:10px}tbody th{min-width:120px;white-space:normal}
.board,.board tbody,.board thead{display:block}
.board thead tr{display:flex;flex-wrap:wrap;gap:4px 12px}.board thead th{padding:0;border:0;min-height:24px}.board thead svg,.board thead br,.board thead small{display:none}
.board tbody tr{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 12px;padding:7px 0;border-bottom:1px solid var(--rule)}
.board tbody td,.board tbody th{padding:0;border:0;min-width:0;max-width:none;text-align:left;white-space:normal}
.board tbody th{flex:1 1 75%}.board tbody th:has(.swatch){padding-left:16px}
.board tbody td small{display:inline;margin-left:4px}
.board tbody td.none{display:none}
.board tbody td:not(.rank):not(.plot)::before{color:var(--soft);font-size:11px}
.board tbody td[data-l]:not([data-l=""])::before{content:attr(data-l) " "}
.board tbody td .why{display:block;margin:0;max-width:none}
.board td.plot{flex:0 0 180px}
.hero :is(.basis,.verdict:has(+.hero-plot)){padding-right:32px}.hero-plot .chart-menu{top:-28px}
${metricLabels}
h2{font-size:18px}
nav a,.axes li{min-height:24px}
.card{padding:0}.card svg text{font-size:10.5px}.pair{grid-template-columns:minmax(0,1fr)}
.trials button,.tools button{min-height:24px;min-width:24px}}
@media print{@page{margin:14mm 12mm}
body{font-size:11px}
article{max-width:none;padding:0}
.filter,.filter-board,.tools,.chart-menu,:is(.yaml,.copied)+button,.tip,.scripted .live,nav,.menu,.more,.choice input:not(:checked)+label{display:none}
article{display:block}
section:is([id$=trials],[id$=parallel]),.not-here,details:not(.section){display:none}
figure.wide .chart{max-width:430px}.section>summary{padding:4px 0 0}
.section>summary h2::after{content:none}
p,.note,.terms,dl{font-size:11px}
section{padding-top:22px;break-inside:auto}
h2,h3,summary,figcaption{break-after:avoid}
figure,.finding,tr{break-inside:avoid}
.tall{max-height:none}
.scroll{overflow:visible;background:none}
table{width:100%;font-size:9px}
th,td{padding:2px 3px;white-space:normal}
.board{font-size:8px}.trials{font-size:7px}.trials td,.trials th{padding-inline:2px}
thead th,td small,th small{font-size:inherit}
.board td small{white-space:normal}
.board tbody th,.board thead th.num,.wrap,.story{min-width:0}
.board svg.line{max-width:70px;height:auto}
.trials td:nth-child(2){min-width:70px}
.trials thead th{position:static}
.trials th:last-child,.trials td:last-child{display:none}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
.cards,#effects .cards{grid-template-columns:repeat(3,1fr);gap:12px 16px}
.pair{grid-template-columns:1fr 1fr;gap:8px 20px}
figure.wide .chart,figure.wide .parallel{min-width:0}}`;
