import type { CatalogSources } from "./catalog-source.js";

export const linearSources: CatalogSources = {
  identity: { cite: "linear model" },
  tanhshrink: { cite: "PyTorch, torch.nn.Tanhshrink" },
};
