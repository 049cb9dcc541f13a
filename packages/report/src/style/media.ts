/** Phones and paper. On paper nothing scrolls: tables wrap, wide charts shrink, and what only a screen can do is gone. */
export const media = `@media (max-width:640px){article{padding:0 16px 48px}.terms{display:block}.terms dt{margin-top:10px}tbody th{min-width:120px;white-space:normal}.board tbody th{min-width:140px}}
@media print{@page{margin:14mm 12mm}
body{font-size:11px}
article{max-width:none;padding:0}
.filter,.tools,.tip,.scripted .live,nav,.regions input:not(:checked)+label{display:none}
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
