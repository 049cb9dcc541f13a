// `pnpm start [CONFIG] [key=value …] [flags]`: runs a sweep file, the quickstart when none is named.
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./launch.mjs";

const argv = process.argv.slice(2);
const [first = ""] = argv;
const named = first !== "" && !first.startsWith("-") && !first.includes("=");
const quickstart = fileURLToPath(new URL("../configs/quickstart.yaml", import.meta.url));
const here = process.env.INIT_CWD ?? process.cwd();
await launch(["run", ...(named ? [] : [relative(here, quickstart)]), ...argv]);
