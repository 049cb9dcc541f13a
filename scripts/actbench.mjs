// `pnpm actbench …`: the command line of this clone.
import { launch } from "./launch.mjs";

await launch(process.argv.slice(2));
