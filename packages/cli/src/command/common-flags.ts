import { toggle } from "./flag.js";

/** Flags of every command. */
export const commonFlags = {
  "no-color": toggle("no colours, as with NO_COLOR=1"),
  verbose: toggle("say more: each trial's end, stacks of errors"),
};
