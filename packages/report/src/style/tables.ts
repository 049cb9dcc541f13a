/** Tables, their frames, and the filter above the trials. */
export const tables = `.scroll{overflow-x:auto;max-width:100%;background:linear-gradient(90deg,var(--paper) 45%,transparent) 0/36px 100% no-repeat local,linear-gradient(270deg,var(--paper) 45%,transparent) 100%/36px 100% no-repeat local,linear-gradient(90deg,var(--edge),transparent) 0/14px 100% no-repeat scroll,linear-gradient(270deg,var(--edge),transparent) 100%/14px 100% no-repeat scroll}
.tall{max-height:50vh;overflow:auto}
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
.board tbody th{min-width:170px;max-width:300px;white-space:normal}
.trials td:nth-child(2){min-width:min(300px,45vw);max-width:420px;white-space:normal}
.wrap{min-width:160px;max-width:420px;white-space:normal}
.board thead th.num{min-width:5.2em;white-space:normal}
.board thead th:first-child{min-width:0}
.board{font-size:12.5px}.board td,.board th{padding-inline:5px}.board td:first-child,.board th:first-child{padding-left:0}
.board tbody th,.board tbody th:first-child{position:relative;padding-left:18px}.board .swatch{position:absolute;left:3px;top:.85em}
.board .rank{color:var(--soft)}
.none{color:var(--soft)}
.trouble{color:var(--bad)!important}
.trials thead th{position:sticky;top:0;background:var(--paper);box-shadow:inset 0 -1px var(--rule);border-bottom:0}
:is(.trials,.board) button:hover{color:var(--ink);text-decoration:underline}
[aria-sort=ascending] button::after{content:" ↑"}
[aria-sort=descending] button::after{content:" ↓"}
.filter,.filter-board{display:flex;flex-wrap:wrap;gap:8px 18px;align-items:center;margin:0 0 10px;font-size:13px;color:var(--soft)}
.filter[hidden]{display:none}
input,select{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--rule);border-radius:5px;padding:4px 8px}
tr.on>*{background:var(--wash)}
.tools{display:flex;gap:12px;justify-content:flex-end;min-height:20px;font-size:11.5px}
.tools button,.trials button,.sorts{all:unset;cursor:pointer;min-height:24px;min-width:24px}
.play{margin:0 6px 4px 0}
.more{margin:8px 0 0;padding:5px 12px;border:1px solid var(--rule);border-radius:6px;background:var(--paper);color:var(--accent);font:inherit;font-size:13px;cursor:pointer}
.sorts:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.why{max-width:44ch;white-space:normal}
.board td b.tone-good{color:var(--good)}.board td b.tone-bad{color:var(--bad)}
.tools button{color:var(--soft)}
.tools button:hover{color:var(--accent);text-decoration:underline}
.tools button:focus-visible,.trials button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
tr[data-r]{cursor:pointer}
tr.opened td{padding:12px 14px 16px;background:var(--panel);text-align:left!important;white-space:normal}
.opened-body{position:sticky;left:14px;width:min(900px,100vw - 60px)}
.opened-body .note,.command{margin:8px 0 0}
.opened-charts{display:flex;flex-wrap:wrap;gap:8px 28px;margin-top:8px}
.opened-charts figure{margin:0;width:270px}`;
