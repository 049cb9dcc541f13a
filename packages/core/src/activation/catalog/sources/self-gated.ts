import type { CatalogSources } from "./catalog-source.js";

export const selfGatedSources: CatalogSources = {
  gelu: { year: 2016, cite: "Hendrycks & Gimpel 2016, arXiv:1606.08415", survey: "3.3.1" },
  gelu_tanh: {
    year: 2016,
    cite: "Hendrycks & Gimpel 2016, arXiv:1606.08415",
    survey: "3.3.1",
    aliases: [{ name: "sielu", survey: "3.3.35" }],
    note:
      "SiELU is x sigmoid(2 sqrt(2 / pi) (x + 0.044715 x^3)), which is this function; a docstring of " +
      "torch_activation has lost the 2 and the parentheses.",
  },
  quick_gelu: { year: 2016, cite: "Hendrycks & Gimpel 2016, arXiv:1606.08415", survey: "3.3.1" },
  silu: { year: 2017, cite: "Elfwing et al. 2017, arXiv:1702.03118", survey: "3.3" },
  swish: {
    year: 2017,
    cite: "Ramachandran et al. 2017, arXiv:1710.05941",
    survey: "4.4.1",
    aliases: [{ name: "acon_a" }, { name: "parametric_silu" }, { name: "psilu" }],
  },
  mish: { year: 2019, cite: "Misra 2019, arXiv:1908.08681", survey: "3.3.29" },
};
