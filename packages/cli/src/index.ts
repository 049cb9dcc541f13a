export { actbench } from "./actbench.js";
