/**
 * The shape of `tenet.explain/1`: one verdict or finding, and the letter on it in parts. The command line writes it, and
 * its types say the same; the published schema is made of this (SPEC §7.9).
 */
import * as z from "zod";
import { finding } from "./finding-schema.ts";
import { verdict } from "./result-schema.ts";
import { name, text, verdictKind } from "./word-schema.ts";

const items = z.array(z.strictObject({ text, details: z.array(text) }));

const about = { title: text, name: text, about: text, under: text, foot: text };

const verdictLetter = z
  .strictObject({
    ...about,
    verdict: verdictKind,
    beside: text,
    sections: z.array(z.strictObject({ title: text, items })),
  })
  .meta({ id: "VerdictLetter" });

const findingLetter = z
  .strictObject({
    ...about,
    outcome: text,
    isFound: z.boolean(),
    isProvisional: z.boolean(),
    beside: z.array(text),
    sections: z.array(
      z.strictObject({
        title: text,
        items,
        sums: z.array(z.strictObject({ text, amount: text })),
        total: text,
      }),
    ),
  })
  .meta({ id: "FindingLetter" });

const head = {
  schema: z.literal("tenet.explain/1"),
  asOf: z.iso.datetime(),
  agreement: z.strictObject({ name, label: text, version: text, fingerprint: text }),
};

/** What the schema says, as a type. */
export type ExplainedShape = z.infer<typeof explainSchema>;

/** The schema of an explanation. */
export const explainSchema = z.union([
  z.strictObject({ ...head, verdict, letter: verdictLetter }),
  z.strictObject({ ...head, finding, letter: findingLetter }),
]);
