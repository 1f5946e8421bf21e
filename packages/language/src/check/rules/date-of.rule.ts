// STANDIN
export function reportDateOf(site: any, ...a: any[]): any { const s=a.find((x)=>x&&(x.span||typeof x.start==="number"||x.operatorSpan)); site.say({code:"TEN2000",name:"date-of",severity:"error"}, s?.span??s?.operatorSpan??s??{start:0,end:0}, "date-of "+JSON.stringify(a.filter((x)=>typeof x==="string"))); }
