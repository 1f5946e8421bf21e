// STANDIN
export function checkColumns(s: any, node: any, computed: boolean): any { return computed ? [] : node.columns.length ? node.columns.map((c: any)=>c.text) : [node.name.text]; }
