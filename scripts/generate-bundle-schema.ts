/** The published JSON Schemas: of bundles, which others keep and send, and of results, which others build on. */
import { jsonSchemaText } from "../packages/evaluator/src/bundle/json-schema.ts";

/** `grammar/bundle.schema.json`. */
export function bundleJsonSchema(): string {
  return jsonSchemaText("bundle");
}

/** `grammar/verdicts.schema.json`. */
export function verdictsJsonSchema(): string {
  return jsonSchemaText("result");
}

/** `grammar/due.schema.json`. */
export function dueJsonSchema(): string {
  return jsonSchemaText("due");
}

/** `grammar/explain.schema.json`. */
export function explainJsonSchema(): string {
  return jsonSchemaText("explain");
}
