// STANDIN
export function checkTimeZone(...a: any[]): any { return true; }
