export function configDigest(text: string, overrides: readonly string[]): string;
