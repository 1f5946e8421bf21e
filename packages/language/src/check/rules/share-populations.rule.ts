// STANDIN
export function reportSharePopulations(site: any, ...a: any[]): any { const s=a.find((x)=>x&&(x.span||typeof x.start==="number"||x.operatorSpan)); site.say({code:"TEN2000",name:"share-populations",severity:"error"}, s?.span??s?.operatorSpan??s??{start:0,end:0}, "share-populations "+JSON.stringify(a.filter((x)=>typeof x==="string"))); }
