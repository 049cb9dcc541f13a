export function wrapComments(source: string): string;
