import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { CountReporter } from "./scripts/count-reporter.ts";
import { LongFirst } from "./scripts/long-first.ts";

const source = (path: string): string => fileURLToPath(new URL(`./packages/${path}`, import.meta.url));

/** Tests read the sources of our packages, so that they need no build. */
const alias = [
  { find: /^@tenet-lang\/(evaluator|language)$/, replacement: source("$1/src/index.ts") },
  { find: "@tenet-lang/language-server/node", replacement: source("language-server/src/node.ts") },
  {
    find: /^@tenet-lang\/evaluator\/(all|bundle|clocks|codes|consequences|due|engine|forms|newest|open|patterns|read|record|restate|terms|versions)$/,
    replacement: source("evaluator/src/$1/$1.ts"),
  },
];

export default defineConfig({
  resolve: { alias },
  test: {
    include: [
      "packages/*/{src,test}/**/*.test.ts",
      "test/**/*.test.ts",
      "examples/**/*.test.ts",
      "extension/{src,test}/**/*.test.ts",
    ],
    // Time judges nothing: the limit ends a test that hangs, and is far above what a slow machine needs.
    testTimeout: 60_000,
    // All of them: by default one would be left idle, which on two is half of the machine.
    maxWorkers: "100%",
    hookTimeout: 60_000,
    sequence: { sequencer: LongFirst },
    reporters: ["default", new CountReporter()],
    coverage: { provider: "v8", include: ["packages/*/src/**/*.ts"], exclude: ["**/*.test.ts"] },
  },
});
