import { escaped } from "./escaped.mjs";

/** The style of the atlas's pages; light or dark as the reader has it. */
const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1f2730;--soft:#5f6b7a;--line:#d9dee4;--card:#f7f8fa;--value:#ab4d02;--link:#0b5cad;--dead:#c0392b}
@media (prefers-color-scheme:dark){:root{--paper:#15191e;--ink:#e4e8ed;--soft:#9aa5b1;--line:#343c46;--card:#1c2229;--value:#f0914a;--link:#7ab7f5;--dead:#ff7b6b}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1240px;padding:0 20px 60px;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
a{color:var(--link)}nav{padding:14px 0;font-size:14px}nav a{margin-right:14px}
h1{font-size:28px;margin:10px 0 4px}h2{font-size:19px;margin:28px 0 6px}
.lead{color:var(--soft);margin:0 0 16px;max-width:75ch}
form{display:flex;flex-wrap:wrap;gap:12px;align-items:center;margin:14px 0;position:sticky;top:0;background:var(--paper);padding:10px 0;z-index:1}
input[type=search],select{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:6px 10px}
input[type=search]{flex:1 1 220px;min-width:0}output{color:var(--soft)}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,230px),1fr));gap:14px;padding:0;margin:0;list-style:none}
.card{border:1px solid var(--line);border-radius:8px;background:var(--card);padding:10px 12px;min-width:0;content-visibility:auto;contain-intrinsic-size:auto 300px}
.card[hidden]{display:none}
.card a{font-weight:600;overflow-wrap:anywhere}
.card svg{display:block;width:100%;height:auto;margin:6px 0}
.card p{margin:4px 0;color:var(--soft);font-size:13px;overflow-wrap:anywhere}
.formula{overflow-x:auto;overflow-y:hidden;padding:3px 0;font-size:15px}
.tier{color:var(--ink);font-size:13px}
svg path{fill:none;vector-effect:non-scaling-stroke}.axis{stroke:var(--line)}.mean-line{stroke:var(--value);stroke-width:2}.slope{stroke:var(--soft);stroke-width:1.2;stroke-dasharray:4 3}.dead-zone{fill:var(--dead);opacity:.12}
.large{width:min(100%,560px);height:auto;border:1px solid var(--line);border-radius:8px}
table{border-collapse:collapse;width:100%;table-layout:fixed}td,th{text-align:left;vertical-align:top;padding:4px 16px 4px 0;border-bottom:1px solid var(--line)}th{font-weight:600;color:var(--soft);width:min(180px,34%);overflow-wrap:anywhere}
td{overflow-wrap:anywhere}
pre{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px;overflow-x:auto;font-size:13px}
`;

/**
 * A page of the atlas as a file that needs nothing else; `links`: what stands at the top, as [text, href].
 */
export function atlasFrame({ title, links, body, script }) {
  const nav = links.map(([text, href]) => `<a href="${escaped(href)}">${escaped(text)}</a>`).join("");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body><nav>${nav}</nav><main>${body}</main>${script === undefined ? "" : `<script>${script}</script>`}</body></html>
`;
}
