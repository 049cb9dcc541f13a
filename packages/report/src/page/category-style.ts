import { CATEGORIES } from "../style/palette.js";

/** The style rules of a chart in a separate file: paper, letters, and the colors of activations. */
export const CATEGORY_STYLE = `svg{background:#fff;font-family:system-ui,sans-serif}text{fill:#5f6b7a;font-size:10.5px}.strong{fill:#1c2733}.grid{stroke:#e6e9ee}${CATEGORIES.map(({ light }, i) => `.c${i}{--c:${light}}`).join("")}.mean{fill:var(--c)}`;
