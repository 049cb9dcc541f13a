import type { WorkersSetting } from "@actbench/sweep";
import { MAX_WORKERS } from "../machine/resolve-workers.js";
import type { ValueFlag } from "./flag.js";

/** `--workers 2`, `--workers 50%` or `--workers auto`. */
export const workersFlag: ValueFlag<WorkersSetting> = {
  kind: "value",
  describe:
    "number of training threads, or a percentage of the cores; default: as in the file, else all cores",
  placeholder: "N|50%",
  expects: `auto, a whole number from 1 to ${MAX_WORKERS}, or a percentage from 1% to 100%`,
  parse: (text) => {
    if (text === "auto") return text;
    if (!/^\d{1,4}%?$/.test(text)) return undefined;
    const count = Number.parseInt(text, 10);
    if (text.endsWith("%")) return count >= 1 && count <= 100 ? `${count}%` : undefined;
    return count >= 1 && count <= MAX_WORKERS ? count : undefined;
  },
};
