// STANDIN
export function checkCountingWords(...a: any[]): any { return true; }
