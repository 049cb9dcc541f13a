import { toggle } from "./flag.js";

/** Flags of every command. */
export const commonFlags = {
  "no-color": toggle("no colors, as with NO_COLOR=1"),
  verbose: toggle("print more: the end of each trial, stack traces of errors"),
};
