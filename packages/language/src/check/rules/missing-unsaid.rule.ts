// STANDIN
export function checkMissingSaid(...a: any[]): any { return true; }
