export function scriptGroups(): Promise<string[]>;
export function asTable(groups: readonly string[]): string[];
