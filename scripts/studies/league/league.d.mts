export const league: {
  readonly make: (
    about: object,
    saved: { readonly head: object; readonly records: readonly object[] },
  ) => Promise<{
    readonly text: string;
    readonly files: readonly (readonly [file: string, content: string])[];
    readonly summary: object;
  }>;
};
