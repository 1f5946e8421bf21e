export const cold = null as never;
