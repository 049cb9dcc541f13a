import type { CatalogSources } from "./catalog-source.js";

export const adaptiveLinearSources: CatalogSources = {
  shifted_identity: {
    cite: "Brad, the SAVE method, as quoted by Kunc & Kléma 2024",
    survey: "4.57",
    aliases: [{ name: "save_neutral_shift" }],
    note: "From the survey's table of functions without a test. The start is chosen here; 0 is identity.",
  },
};
