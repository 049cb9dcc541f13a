/** The first screen: verdict, plot, three facts and the next command. */
export const hero = `.hero{padding:18px 0 4px}
.hero h1{margin:0;color:var(--soft);font-size:14px;font-weight:600;letter-spacing:0;line-height:1.4}
.verdict{margin:2px 0 4px;max-width:62ch;font-size:clamp(18px,2.1vw,25px);line-height:1.32;letter-spacing:-.01em}
.verdict b{font-weight:650}
.basis{margin:0 0 4px;color:var(--soft);font-size:13px}
.hero-plot{margin:4px 0 10px}
.verdicts text,.verdicts .strong{font-size:12px}
.verdicts .verdict-word{fill:var(--ink);font-weight:600}
.verdicts .tone-good{fill:var(--good)}.verdicts .tone-bad{fill:var(--bad)}.verdicts .tone-note{fill:var(--soft)}
figure.hero-plot .chart{max-width:860px;min-width:0}
.highlights{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,220px),1fr));gap:10px;margin:10px 0 12px}
.highlight{padding:9px 12px;border:1px solid var(--rule);border-radius:8px;background:var(--panel);font-size:13px;line-height:1.4}
.highlight h2{margin:0;font-size:12px;font-weight:600;letter-spacing:0;color:var(--soft)}
.highlight p{margin:2px 0 0;overflow-wrap:anywhere}
.highlight h2+p{font-size:15px;color:var(--ink)}
.highlight.next{border-color:var(--accent)}
.copied{user-select:all}.next code{font-size:12.5px}
.facts-of-run{font-size:12.5px;color:var(--soft)}
.facts-of-run .axes{margin:6px 0 2px;gap:2px 16px}
.facts-of-run .axes b{font-size:13px}
.facts-line{margin:0}
.together{max-width:1240px;margin:0 auto;padding:18px 24px 8px}
.together h1{margin:0 0 6px;font-size:25px}.together h2{margin:24px 0 4px}.runs{margin:0;padding:0;list-style:none}.runs li{margin:0 0 8px}.runs p{margin:0;max-width:92ch}.runs small{color:var(--soft)}
.at-narrow{display:none}
@media (max-width:640px){.at-wide{display:none}.at-narrow{display:block}}
@media print{.at-wide{display:block}.at-narrow{display:none}}`;
