/** The laws that compiling enforces, for the lists and pages made from them. */
import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import { nesting } from "./nesting.rule.ts";
import { term } from "./term.rule.ts";

export const compileRules: readonly DiagnosticRule[] = [nesting, term];
