/** Every diagnostic of the language, in order of code: what documentation and reporters list. */
import { checkRules } from "./check/rules/registry.ts";
import { compileRules } from "./compile/rules/rules.ts";
import type { DiagnosticRule } from "./diagnostics/diagnostic.ts";
import { syntaxRules } from "./syntax/rules/rules.ts";

export const allRules: readonly DiagnosticRule[] = [...syntaxRules, ...checkRules, ...compileRules];
