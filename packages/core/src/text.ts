/** What a command line needs before it knows its command: `@actbench/core/text`, without the engine. */
export { nearestName } from "./text/nearest-name.js";
export { visibleLine, visibleText } from "./text/visible-text.js";
export { wholeNumber } from "./text/whole-number.js";
