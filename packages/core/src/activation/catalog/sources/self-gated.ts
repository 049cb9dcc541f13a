import type { CatalogSources } from "./catalog-source.js";

export const selfGatedSources: CatalogSources = {
  gelu: { year: 2016, cite: "Hendrycks & Gimpel 2016, arXiv:1606.08415" },
  gelu_tanh: { year: 2016, cite: "Hendrycks & Gimpel 2016, arXiv:1606.08415" },
  quick_gelu: { year: 2016, cite: "Hendrycks & Gimpel 2016, arXiv:1606.08415" },
  silu: { year: 2017, cite: "Elfwing et al. 2017, arXiv:1702.03118" },
  swish: { year: 2017, cite: "Ramachandran et al. 2017, arXiv:1710.05941" },
  mish: { year: 2019, cite: "Misra 2019, arXiv:1908.08681" },
};
