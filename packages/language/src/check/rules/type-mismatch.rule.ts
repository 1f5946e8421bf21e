// STANDIN
export function reportTypeMismatch(site: any, ...a: any[]): any { const s=a.find((x)=>x&&(x.span||typeof x.start==="number"||x.operatorSpan)); site.say({code:"TEN2000",name:"type-mismatch",severity:"error"}, s?.span??s?.operatorSpan??s??{start:0,end:0}, "type-mismatch "+JSON.stringify(a.filter((x)=>typeof x==="string"))); }
