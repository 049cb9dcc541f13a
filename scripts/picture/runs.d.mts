export type RunName = "quickstart" | "moons" | "deep";

export declare const RUNS: Readonly<Record<RunName, string>>;
export declare function runFolder(name: RunName): string;
export declare function trainRun(name: RunName): Promise<void>;
