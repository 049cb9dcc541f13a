// `pnpm actbench …`: the command line of this clone, in the folder where pnpm was called.
import { launch } from "./launch.mjs";

await launch(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
