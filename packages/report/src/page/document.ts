import { cspHash } from "../html/csp-hash.js";
import { html, markupOf, type Safe, trusted } from "../html/html.js";
import { styles } from "../style/styles.js";
import { script } from "./script.js";
import type { PageSummary } from "./summary.js";

// Nothing may be loaded or run but the one style and the one script of ours, allowed by their hashes.
// Pictures come as data: URIs.
const POLICY = [
  "default-src 'none'",
  `style-src ${cspHash(styles)}`,
  `script-src ${cspHash(script)}`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

// Not part of the template below: a bundler rewrites one that ends a script.
const SCRIPT = trusted(["<script>", script, "</script>"].join(""));

/** A whole HTML document around a body. */
export function documentOf({ title, verdict, description }: PageSummary, body: Safe): string {
  return markupOf(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="actbench">
<link rel="icon" href="data:,">
<title>${title}</title>
<meta name="description" content="${description}">
<meta property="og:type" content="article">
<meta property="og:title" content="${verdict}">
<meta property="og:description" content="${description}">
<style>${trusted(styles)}</style>
</head>
<body>
<main>
${body}
</main>
${SCRIPT}
</body>
</html>
`);
}
