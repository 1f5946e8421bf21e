import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";

function example(form: string): string {
  return `dataset calls from "calls.csv" one row per line\n  field opened_on date written "${form}"\n`;
}

/** A written form that cannot be read, or in more than one way. */
export const writtenForm: DiagnosticRule = {
  code: "TEN2301",
  name: "written-form",
  severity: "error",
  spec: "§3.2.35",
  summary: "A written form gives every part of its value once, and can be read in one way only.",
  help: "The tokens are `YYYY MM M DD D HH H hh h mm ss SSS A`; everything else stands for itself. A yes or no is written in two ways, a number like the sample `1.234,56`.",
  examples: { invalid: example("D/M"), valid: example("D/M/YYYY") },
  fix: "offered",
  elsewhere: { none: "the form is wrong by itself" },
};

/** Reports what is wrong with a form. */
export function reportWrittenForm(site: Site, span: Span, problem: string): void {
  site.say(writtenForm, span, problem);
}
