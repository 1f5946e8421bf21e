// STANDIN
export function reportPeriodMeanWindow(site: any, ...a: any[]): any { const s=a.find((x)=>x&&(x.span||typeof x.start==="number"||x.operatorSpan)); site.say({code:"TEN2000",name:"period-mean-window",severity:"error"}, s?.span??s?.operatorSpan??s??{start:0,end:0}, "period-mean-window "+JSON.stringify(a.filter((x)=>typeof x==="string"))); }
