/** Headings, paragraphs, links, code. */
export const text = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
article{max-width:1240px;margin:0 auto;padding:0 24px 64px}
article+article{border-top:6px double var(--rule)}
a{color:var(--accent);text-underline-offset:2px}
bdi{overflow-wrap:anywhere}
h1{margin:2px 0 4px;font-size:clamp(26px,4vw,36px);line-height:1.2;letter-spacing:-.015em}
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
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.95em}
.live{display:none}
.scripted .live{display:inline}
details{margin:6px 0}
summary{cursor:pointer;width:fit-content;color:var(--accent);font-size:13px}
details .scroll{margin-top:8px}
details tbody th,details td:nth-child(2){max-width:340px;white-space:normal}
pre.scroll{background:var(--panel)}
pre{margin:0;padding:14px 16px;border-radius:6px;background:var(--panel);font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}`;
