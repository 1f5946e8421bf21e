// STANDIN
export function reportNoOrder(site: any, ...a: any[]): any { const s=a.find((x)=>x&&(x.span||typeof x.start==="number"||x.operatorSpan)); site.say({code:"TEN2000",name:"no-order",severity:"error"}, s?.span??s?.operatorSpan??s??{start:0,end:0}, "no-order "+JSON.stringify(a.filter((x)=>typeof x==="string"))); }
