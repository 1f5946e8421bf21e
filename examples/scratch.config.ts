import { defineConfig } from "vitest/config";
import { fileURLToPath } from "node:url";
const source = (path: string): string => fileURLToPath(new URL(`../packages/${path}`, import.meta.url));
export default defineConfig({ root: fileURLToPath(new URL("..", import.meta.url)), resolve: { alias: [
  { find: /^@tenet-lang\/(evaluator|language)$/, replacement: source("$1/src/index.ts") },
  { find: /^.*all-rules\.ts$/, replacement: fileURLToPath(new URL("scratch-rules.ts", import.meta.url)) },
  { find: /^@tenet-lang\/evaluator\/(bundle|read|engine|patterns)$/, replacement: source("evaluator/src/$1/$1.ts") },
] }, test: { include: ["examples/scratch.test.ts", "packages/language/src/testing/*.test.ts", "test/real-data/*.test.ts", "examples/examples.test.ts", "test/golden/*.test.ts"] } });
