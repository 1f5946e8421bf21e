/** The shape of `tenet.due/1`, as `due/due.ts` says it in types; the published schema is made of it (SPEC §7.8). */
import * as z from "zod";
import { party } from "./finding-schema.ts";
import { name, text } from "./word-schema.ts";

const instant = z.iso.datetime();

const item = z
  .strictObject({
    kind: z.enum(["case", "attestation", "duty", "cure", "notice"]),
    name,
    party,
    key: text,
    due: instant.nullable(),
    remaining: z
      .string()
      .regex(/^(0|-?[1-9][0-9]*)$/)
      .nullable(),
    state: z.enum(["running", "paused", "overdue", "open", "delivered"]),
    warned: z.boolean(),
    text,
  })
  .meta({ id: "DueItem" });

/** The schema of a list of what is due. */
export const dueSchema = z.strictObject({
  schema: z.literal("tenet.due/1"),
  asOf: instant,
  agreement: z.strictObject({ name, label: text, version: text, fingerprint: text }),
  items: z.array(item),
});
