export declare function startWords(words: readonly string[], here: string): readonly string[];
