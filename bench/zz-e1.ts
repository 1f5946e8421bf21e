import { checkAgreement, loadAgreement, parse, sourceFile } from "@tenet-lang/language";
const HEAD = `agreement long "A long agreement"
  version 2.1.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"
  currency EUR

partners from "p.csv" key carrier_id
  field carrier_id text
  field country text

`;
const section=(number:number)=>`# What the carriers of region ${number} owe their customers.
dataset deliveries_${number} "Deliveries, region ${number}" from "deliveries_${number}.csv" one row per parcel_id
  partner carrier_id
  dated promised_at
  missing is "NA", "?"
  field parcel_id text
  field carrier_id text
  field promised_at timestamp
  field delivered_at timestamp optional from "Delivered At"
  field wait duration in seconds
  field csat number from 1 to 5 optional
  field fee money EUR
  field outcome one of delivered, failed written "FAIL-1", returned

metric on_time_${number} "Delivered on time" percent of deliveries_${number} where delivered_at at most promised_at and delivered_at is given
    out of deliveries_${number} where outcome is delivered or (outcome is failed and not wait more than 60 seconds)
  final 3 days after the period
  higher is better

metric fees_${number} sum of fee in deliveries_${number} where outcome is one of delivered, returned
metric csat_${number} average of csat in deliveries_${number} where csat is given

standard punctual_${number} "Parcels arrive when promised"
  requires on_time_${number}
    at least 95% where partner.country is "NL"
    at least 92.5% otherwise
  requires csat_${number} at least 4.2 or fees_${number} less than 1_000 EUR
  warns when on_time_${number} less than 97%
  measured each calendar month
  needs at least 30 deliveries_${number} otherwise not_enough_data
  because "Late parcels are the first cause of contact"

`;
for (const n of [30, 300]) {
const text=HEAD+Array.from({length:n},(_,i)=>section(i)).join("");
const l=loadAgreement("a.tenet",()=>text);
console.log(text.split("\n").length, l.diagnostics.length);
const o:number[]=[];
for(let i=0;i<60;i++){const t=performance.now(); const c=checkAgreement(l); o.push(performance.now()-t); if(i===0)console.log(c.diagnostics.slice(0,3).map(d=>d.message));}
o.splice(0,10);o.sort((a,b)=>a-b);console.log("check",o[25]!.toFixed(2),o[0]!.toFixed(2));
const { reparse } = await import("@tenet-lang/language");
for (const where of [1000, text.length>>1, text.length-300]) { let st=l.root; const o:number[]=[]; for(let i=0;i<60;i++){const at=text.indexOf("from",where)+7; const f=sourceFile("a.tenet",text.slice(0,at)+"x".repeat(1+i%4)+text.slice(at)); const t=performance.now(); st=reparse(st,f); o.push(performance.now()-t);} o.splice(0,10);o.sort((a,b)=>a-b);console.log("reparse at",where,o[25]!.toFixed(2),o[0]!.toFixed(2), st.diagnostics.length);}
}
