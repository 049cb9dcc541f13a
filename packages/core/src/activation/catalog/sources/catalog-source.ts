/** Another name of the same function. */
export interface OtherName {
  readonly name: string;
  /** Its section in the survey arXiv:2402.09092, where that name has one of its own. */
  readonly survey?: string;
}

/** Where an activation of the catalog comes from. */
export interface CatalogSource {
  /** Of the first publication known; absent for what nobody can be named for. */
  readonly year?: number;
  /** Authors, year, title or identifier. */
  readonly cite: string;
  /** Its section in the survey arXiv:2402.09092, where it has one. */
  readonly survey?: string;
  /** Acronyms and names elsewhere; each stands once in the whole catalog. */
  readonly aliases?: readonly OtherName[];
  /** Where sources disagree, a misprint was met, a default was chosen: what is printed, what is used, why. */
  readonly note?: string;
}

export type CatalogSources = Readonly<Record<string, CatalogSource>>;
