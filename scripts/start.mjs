// `pnpm start [CONFIG] [key=value …] [flags]`: runs a sweep file, the quickstart when none is named.
import { launch } from "./launch.mjs";
import { startWords } from "./start-words.mjs";

const cwd = process.env.INIT_CWD ?? process.cwd();
await launch(startWords(process.argv.slice(2), cwd), cwd);
