/**
 * What is known of the catalog's activations beyond their formulas; only `activations` and the docs load it.
 */

export { type Family, families } from "./activation/catalog/defined-family.js";
export {
  type ActivationFacts,
  activationFacts,
  type CurveFacts,
  type End,
} from "./activation/catalog/facts/activation-facts.js";
export { factsKey } from "./activation/catalog/facts/facts-key.js";
export { factsOf } from "./activation/catalog/facts/facts-of.js";
export { storedFacts } from "./activation/catalog/facts/stored-facts.js";
export { type Neighbor, nearest, nearestActivations } from "./activation/catalog/like/nearest-activations.js";
export type {
  CatalogSource,
  CatalogSources,
  OtherName,
} from "./activation/catalog/sources/catalog-source.js";
export { catalogSource, citeOf, sourceOf } from "./activation/catalog/sources/catalog-sources.js";
export { type LeftOut, leftOut } from "./activation/catalog/sources/left-out.js";
export { type Found, searchCatalog } from "./activation/catalog/sources/search-catalog.js";
