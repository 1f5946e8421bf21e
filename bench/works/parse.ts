export const parseText = null as never;
