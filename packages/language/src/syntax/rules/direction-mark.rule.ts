import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { codePoint, directionMarks } from "../look-alikes.ts";
import { partnersWith } from "./examples.ts";
import { type Finding, replacing } from "./finding.ts";

/** Marks that turn the reading direction around. */
export const directionMark: DiagnosticRule = {
  code: "TEN1003",
  name: "direction-mark",
  severity: "error",
  spec: "§2",
  summary: "Marks that change the direction of writing stand only inside texts.",
  help: "Such a mark is invisible and makes the rest of the line look different from what it says, so that two people could read two different agreements. Remove it.",
  examples: {
    invalid: partnersWith("field region text # \u202Elanoitpo"),
    valid: partnersWith("field region text # optional"),
  },
  fix: "offered",
};

/** Reports the marks in a piece of text that starts at `span`. */
export function reportDirectionMark(span: Span, text: string): Finding {
  const at = text.search(directionMarks);
  const start = span.start + at;
  const without = text.replace(new RegExp(directionMarks, "g"), "");
  return {
    rule: directionMark,
    span: { start, end: start + 1 },
    message: `there is a hidden mark here that changes the direction of writing (${codePoint(text.slice(at))})`,
    fixes: [replacing(span, without, "remove the hidden marks")],
  };
}
