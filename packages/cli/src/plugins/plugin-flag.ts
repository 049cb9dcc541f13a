import { listFlag } from "../command/flag.js";

/** `--plugin`, which may be given several times. */
export const pluginFlag = listFlag("custom activations: a file or an npm package", "FILE|PACKAGE");
