import { listFlag } from "../command/flag.js";

/** `--plugin`, which may be given several times. */
export const pluginFlag = listFlag("activations of one's own: a file or an npm package", "FILE|PACKAGE");
