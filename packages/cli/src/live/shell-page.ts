/** The page around a live report: it shows the report in a frame and reloads it when the server says so. */
export const shellPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/shell.css">
<title>actbench, live</title>
</head>
<body>
<iframe title="The report" src="/page"></iframe>
<p role="status">live</p>
<script src="/shell.js"></script>
</body>
</html>
`;

/** Its style. */
export const shellStyle = `html,body{margin:0;height:100%}
iframe{display:block;width:100%;height:100%;border:0}
[role=status]{position:fixed;right:12px;bottom:10px;margin:0;padding:3px 10px;border-radius:10px;background:#0b5cad;color:#fff;font:12px/1.5 system-ui,sans-serif}
`;

/** Its script: a reload keeps the frame's address, so what the reader has set, and the place. */
export const shellScript = `const frame = document.querySelector("iframe");
const state = document.querySelector("[role=status]");
const events = new EventSource("/events");
events.addEventListener("changed", () => frame.contentWindow.location.reload());
events.addEventListener("ended", ({ data }) => {
  events.close();
  state.textContent = data;
});
events.addEventListener("error", () => {
  events.close();
  state.textContent = "no longer live: the command has ended";
});
`;
