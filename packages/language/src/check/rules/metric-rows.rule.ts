// STANDIN
export function reportMetricRows(site: any, ...a: any[]): any { const s=a.find((x)=>x&&(x.span||typeof x.start==="number"||x.operatorSpan)); site.say({code:"TEN2000",name:"metric-rows",severity:"error"}, s?.span??s?.operatorSpan??s??{start:0,end:0}, "metric-rows "+JSON.stringify(a.filter((x)=>typeof x==="string"))); }
