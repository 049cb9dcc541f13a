import { UsageError } from "../usage-error.js";

/** A plugin that was found and cannot be used: which, what is wrong, and a way out. */
export class PluginError extends UsageError {}
