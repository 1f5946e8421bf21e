/** JSON Schemas for others, made from the schemas that the evaluator itself uses. Not part of what is embedded. */
import * as z from "zod";
import { dueSchema } from "./due-schema.ts";
import { explainSchema } from "./explain-schema.ts";
import { resultSchema } from "./result-schema.ts";
import { bundleSchema } from "./schema.ts";

const schemas = {
  bundle: {
    schema: bundleSchema,
    title: "tenet.bundle/1",
    description:
      "An agreement made ready for judging. What a schema cannot say (that names refer to something, that the fingerprint fits) is checked when a bundle is read.",
  },
  result: {
    schema: resultSchema,
    title: "tenet.verdicts/1",
    description: "What judging gives back: verdicts, findings and how the data fared.",
  },
  due: {
    schema: dueSchema,
    title: "tenet.due/1",
    description: "What is due: cases that run, attestations, duties, cures and notices, soonest first.",
  },
  explain: {
    schema: explainSchema,
    title: "tenet.explain/1",
    description: "One verdict or finding, and the letter on it in parts.",
  },
};

/** The JSON Schema (2020-12) of bundles, of results, of what is due or of explanations, as indented text. */
export function jsonSchemaText(of: keyof typeof schemas): string {
  const { schema, title, description } = schemas[of];
  const { $schema, id: _, ...rest } = z.toJSONSchema(schema);
  return `${JSON.stringify({ $schema, title, description, ...rest }, null, 2)}\n`;
}
