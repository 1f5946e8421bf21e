export const allRules: readonly any[] = [];
export const diagnosticRules: readonly any[] = [];
