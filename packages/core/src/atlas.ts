/**
 * What is known of the catalog's activations beyond their formulas; only `activations` and the docs load it.
 */
export type {
  CatalogSource,
  CatalogSources,
  OtherName,
} from "./activation/catalog/sources/catalog-source.js";
export { catalogSource } from "./activation/catalog/sources/catalog-sources.js";
export { type LeftOut, leftOut } from "./activation/catalog/sources/left-out.js";
