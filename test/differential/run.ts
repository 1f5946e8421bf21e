/** From a text to both evaluators: read, checked and compiled once, judged by each. */
import { type Bundle, type JudgeResult, judge } from "@tenet-lang/evaluator/all";
import {
  checkAgreement,
  compile,
  type Diagnostic,
  type HolidaySource,
  loadAgreement,
  type Model,
  positionAt,
} from "@tenet-lang/language";
import { judgeByReference, type ReferenceResult } from "../reference/reference.ts";
import type { Run } from "./cases.ts";
import { fewHolidays } from "./openings-text.ts";

export interface Prepared {
  readonly model: Model | null;
  readonly bundle: Bundle | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads, checks and compiles an agreement's text; holidays are those of a small table unless others are given, and
 * there are no other files unless some are given by their paths.
 */
export function prepare(
  text: string,
  holidays: HolidaySource = fewHolidays,
  files: Readonly<Record<string, string>> = {},
): Prepared {
  const loaded = loadAgreement("case.tenet", (path) =>
    path === "case.tenet" ? text : (files[path] ?? null),
  );
  const checked = checkAgreement(loaded);
  const said = [...loaded.diagnostics, ...checked.diagnostics];
  if (checked.value === null) return { model: null, bundle: null, diagnostics: said };
  const compiled = compile(checked.value, { holidays });
  return { model: checked.value, bundle: compiled.value, diagnostics: [...said, ...compiled.diagnostics] };
}

/** A diagnostic on one line. */
export function shown(diagnostic: Diagnostic): string {
  const { line, column } = positionAt(diagnostic.file, diagnostic.span.start);
  return `${diagnostic.severity} ${diagnostic.code} ${line}:${column} ${diagnostic.message}`;
}

/** Judges rows on the memory runtime. */
export function judgeInMemory(bundle: Bundle, { data, asOf, tolerateBadRows }: Run): JudgeResult {
  return judge(bundle, data, { asOf, tolerateBadRows });
}

/** Judges rows by the reference. */
export function judgeReference(
  model: Model,
  bundle: Bundle,
  { data, asOf, tolerateBadRows }: Run,
): ReferenceResult {
  return judgeByReference(model, bundle, data, { asOf, tolerateBadRows });
}
