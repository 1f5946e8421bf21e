export const patternEngine = { compile: (p: string) => { const r = new RegExp(p, "u"); return (t: string) => r.test(t); } };
