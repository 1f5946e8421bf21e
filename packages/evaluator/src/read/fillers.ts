/** Picks the quick way to read each field of a table. */
import type { ReadContext } from "../columns/chunk.ts";
import { fieldReader } from "../columns/field-reader.ts";
import type { TableLayout } from "../columns/table-layout.ts";
import { formEngine } from "../forms/forms.ts";
import type { ColumnFiller, MissingRule } from "./cell-ranges.ts";
import { numberFiller } from "./number-columns.ts";
import { textFiller } from "./text-columns.ts";
import { timeFiller } from "./time-columns.ts";
import { encodedRoom, encodeText } from "./utf8.ts";

/** One filler per field; null for computed fields. */
export function columnFillers(context: ReadContext, layout: TableLayout): readonly (ColumnFiller | null)[] {
  const { plan, zone } = context;
  const spelled = spellingsOf(plan.missing);
  return plan.fields.map((field, index) => {
    const slots = layout.slots[index] ?? [];
    const [slot] = slots;
    if (slot === undefined) return null;
    const rule = { optional: field.optional, ...spelled };
    const pool = context.needed[index] === true ? context.pool : null;
    return (
      numberFiller(field.type, slot, rule) ??
      timeFiller(field, slots, rule, zone) ??
      textFiller(
        field,
        slot,
        rule,
        pool,
        fieldReader(field, { missing: plan.missing, zone, pool, forms: formEngine }),
      )
    );
  });
}

function spellingsOf(missing: readonly string[]): Omit<MissingRule, "optional"> {
  const firsts = new Uint8Array(256);
  const spellings = missing.map((text) => {
    const bytes = new Uint8Array(encodedRoom(text.length));
    return bytes.subarray(0, encodeText(text, bytes, 0));
  });
  for (const [byte] of spellings) if (byte !== undefined) firsts[byte] = 1;
  return { firsts, spellings };
}
