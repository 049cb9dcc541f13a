import type { CatalogSources } from "./catalog-source.js";

export const shiftedRectifiersSources: CatalogSources = {
  shifted_relu: {
    year: 2015,
    cite: "Clevert et al. 2015, arXiv:1511.07289",
    survey: "3.6.1",
    note: "displaced_relu with delta 1. Elsewhere a shifted relu is max(x - b, 0) (delay_relu).",
  },
  displaced_relu: {
    year: 2019,
    cite:
      "Macêdo et al. 2019, Enhancing batch normalized convolutional networks using displaced rectifier " +
      "linear units",
    survey: "3.6.44",
    aliases: [{ name: "disrelu" }],
    note: "Its authors call it DReLU; so are dynamic relu and others. The default 0.05 is the paper's.",
  },
  delay_relu: {
    cite: "Shan, Li & Chen, delay relu; Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.6.43",
    aliases: [{ name: "drlu" }, { name: "save_asymmetric", survey: "4.57" }],
    note:
      "The authors used 0.06, 0.08 and 0.10; the middle one is the default. With delay 1 it is the " +
      "shifted relu of Mirzadeh et al. 2023.",
  },
  modified_leaky_relu: {
    cite: "Yang et al., modified LReLU; Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.6.45",
    aliases: [{ name: "mlrelu" }],
    note:
      "As every transcription of the survey prints it: at x = -alpha it jumps from alpha^2 to -alpha. The " +
      "paper was not found; the default was chosen here.",
  },
  flatted_t_swish: {
    year: 2018,
    cite: "Chieng et al. 2018, Flatten-T Swish, arXiv:1812.06247",
    survey: "3.6.46",
    aliases: [
      { name: "fts" },
      { name: "flatten_t_swish" },
      { name: "parametric_flatted_t_swish", survey: "4.10" },
      { name: "pfts" },
    ],
  },
  relu_swish: {
    cite: "Kunc & Kléma 2024, arXiv:2402.09092",
    survey: "3.6.46",
    aliases: [{ name: "soft_clipping_swish", survey: "4.2.41" }, { name: "sc_swish" }],
    note: "flatted_t_swish with shift 0, proposed on its own. Echo calls it FTS.",
  },
  general_relu: {
    year: 2019,
    cite: "Howard 2019, fast.ai course, GeneralRelu",
    note: "Known from the course's code; 0.1, 0.4 and 6 are its usual values.",
  },
};
