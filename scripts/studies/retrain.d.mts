export function retrain(
  about: { readonly name: string },
  saved: {
    readonly head: { readonly engine: number; readonly numerics: string; readonly form: "quick" | "full" };
    readonly records: readonly object[];
  },
): Promise<{ readonly passed: boolean; readonly outcome: string }>;
