// STANDIN
export function reportOptionalKey(site: any, ...a: any[]): any { const s=a.find((x)=>x&&(x.span||typeof x.start==="number"||x.operatorSpan)); site.say({code:"TEN2000",name:"optional-key",severity:"error"}, s?.span??s?.operatorSpan??s??{start:0,end:0}, "optional-key "+JSON.stringify(a.filter((x)=>typeof x==="string"))); }
