// STANDIN
export function reportNotInForce(site: any, ...a: any[]): any { const s=a.find((x)=>x&&(x.span||typeof x.start==="number"||x.operatorSpan)); site.say({code:"TEN2000",name:"not-in-force",severity:"error"}, s?.span??s?.operatorSpan??s??{start:0,end:0}, "not-in-force "+JSON.stringify(a.filter((x)=>typeof x==="string"))); }
