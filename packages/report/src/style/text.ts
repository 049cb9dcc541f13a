/** Headings, paragraphs, links, code. */
export const text = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
article{max-width:1240px;margin:0 auto;padding:0 24px 64px}
article+article{border-top:6px double var(--rule)}
a{color:var(--accent);text-underline-offset:2px}
bdi{overflow-wrap:anywhere}
h1{margin:2px 0 4px;font-size:clamp(26px,4vw,36px);line-height:1.2;letter-spacing:-.015em}
nav ol{margin:0;padding:0;list-style:none;font-size:13px}
nav a{display:block;padding:3px 0;line-height:1.35}
.rail{display:none}
.menu{margin:0 0 4px}.menu summary{padding:6px 0;font-weight:600}
.menu ol{columns:2;padding:4px 0 8px}
[hidden]{display:none!important}
.not-here{margin:28px 0 0;padding:10px 14px;border-radius:8px;background:var(--panel);font-size:13px;color:var(--soft)}
.not-here ul{margin:8px 0 0;padding-left:1.1em}.not-here li{margin:4px 0}
.not-here code{padding:1px 6px;border-radius:4px;background:var(--paper);color:var(--ink);overflow-wrap:anywhere}
.power{max-width:92ch;margin:0 0 14px;padding:8px 12px;border-left:3px solid var(--accent);background:var(--panel);font-size:13.5px}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
section{padding-top:16px}
.section>summary{width:auto;padding:8px 0 4px;border-top:1px solid var(--rule);color:inherit;list-style:none}
.section>summary::-webkit-details-marker{display:none}
.section>summary h2{display:inline-block;margin:0}
.section>summary h2::after{content:"▾";margin-left:8px;color:var(--soft);font-size:.7em;vertical-align:.15em}
.section:not([open])>summary h2::after{content:"▸"}
.section>summary:hover h2{color:var(--accent)}
h2{margin:0 0 6px;font-size:21px;line-height:1.3;letter-spacing:-.01em}
h2 a{color:inherit;text-decoration:none}
h2 a:hover{text-decoration:underline}
h3{margin:22px 0 6px;font-size:15px}
.note{max-width:100ch;margin:0 0 14px;color:var(--soft);font-size:13.5px}
.absent{margin:4px 0 0;padding:12px 16px;border-left:3px solid var(--rule);background:var(--panel);color:var(--soft)}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.95em}
.live{display:none}
.scripted .live{display:inline}
details{margin:6px 0}
summary{cursor:pointer;width:fit-content;min-height:24px;color:var(--accent);font-size:13px}
details .scroll{margin-top:8px}
details tbody th,details td:nth-child(2){max-width:340px;white-space:normal}
pre.scroll{background:var(--panel)}
pre{margin:0;padding:14px 16px;border-radius:6px;background:var(--panel);font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
@media (min-width:1100px){article{display:grid;grid-template-columns:180px minmax(0,1fr);column-gap:28px}.hero{grid-column:2}.sections{grid-column:2}.rail{display:block;grid-column:1;grid-row:1/span 2;position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:20px 0}.menu{display:none}}`;
