/**
 * The published JSON Schemas: of bundles, which others may keep and send, and of results, which others build on.
 * Both are made from the schemas that the evaluator itself uses.
 */
import * as z from "zod";
import { resultSchema } from "../packages/evaluator/src/bundle/result-schema.ts";
import { bundleSchema } from "../packages/evaluator/src/bundle/schema.ts";

/** JSON Schema of `tenet.bundle/1`. */
export function bundleJsonSchema(): string {
  return schemaText(
    bundleSchema,
    "tenet.bundle/1",
    "An agreement made ready for judging. What a schema cannot say (that names refer to something, that the fingerprint fits) is checked when a bundle is read.",
  );
}

/** JSON Schema of `tenet.verdicts/1`. */
export function verdictsJsonSchema(): string {
  return schemaText(
    resultSchema,
    "tenet.verdicts/1",
    "What judging gives back: verdicts, findings and how the data fared.",
  );
}

function schemaText(schema: z.ZodType, title: string, description: string): string {
  // `id` names the definition; a whole schema stands at the root and needs none.
  const { $schema, id: _, ...rest } = z.toJSONSchema(schema);
  return `${JSON.stringify({ $schema, title, description, ...rest }, null, 2)}\n`;
}
