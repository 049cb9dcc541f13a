export function wrapProse(source: string): string;
