export const thresholds = null as never;
