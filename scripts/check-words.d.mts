export function checkWords(): readonly string[];
export function wordsOf(file: string, text: string): readonly string[];
