/**
 * Diagnostics for people: what is wrong, where, why, what to do.
 *
 * ```
 * error[TEN2014]: metric `csat` is not declared
 *   --> courier.tenet:14:12
 *    |
 * 14 |   requires csat at least 4.2
 *    |            ^^^^
 *    = help: every name must be declared once
 *    = fix: write `csat_score`
 * ```
 *
 * The summary of the rule is shown once per code, so that twenty mistakes of a kind do not teach it twenty times.
 */

import { type Diagnostic, lineText, positionAt, type SourceFile, type Span } from "@tenet-lang/language";
import { leadOf } from "./fix-lead.ts";
import { inert } from "./inert.ts";
import { cut, hanging, widthOf } from "./layout.ts";
import type { Paint, Palette, View } from "./palette.ts";
import { count, firstOf, grouped } from "./words.ts";

const MOST_SHOWN = 100;

/** What the reports of diagnostics need beside the diagnostics. */
export interface DiagnosticsView extends View {
  /** The rule's law and help, by code. */
  readonly helpOf: (code: string) => string | null;
  /** A file's path as the reader of the report would write it. */
  readonly pathOf: (file: SourceFile) => string;
}

/** All diagnostics, and a line that counts them; empty where there are none. */
export function diagnosticsText(diagnostics: readonly Diagnostic[], view: DiagnosticsView): string {
  if (diagnostics.length === 0) return "";
  const explained = new Set<string>();
  const { shown, more } = firstOf(diagnostics, MOST_SHOWN);
  const blocks = shown.map((diagnostic) => {
    const isFirst = !explained.has(diagnostic.code);
    explained.add(diagnostic.code);
    return blockOf(diagnostic, isFirst, view);
  });
  if (more > 0) blocks.push(view.palette.quiet(`and ${grouped(more)} more`));
  return `${blocks.join("\n\n")}\n\n${summary(diagnostics, view.palette)}\n`;
}

function blockOf(diagnostic: Diagnostic, explain: boolean, view: DiagnosticsView): string {
  const { palette } = view;
  const paint = paintOf(diagnostic.severity, palette);
  const { line } = positionAt(diagnostic.file, diagnostic.span.start);
  const inset = " ".repeat(Math.max(2, String(line).length));
  const head = `${paint(`${diagnostic.severity}[${diagnostic.code}]`)}${palette.heading(`: ${inert(diagnostic.message)}`)}`;
  const notes = notesOf(diagnostic, explain, view).flatMap(({ lead, text }) =>
    hanging(`${inset} = ${lead}: `, inert(text), view.width),
  );
  return [
    head,
    ...excerpt(diagnostic.file, diagnostic.span, paint, inset, view),
    ...notes.map((note) => note.replace(/^ *= \w+:/, (start) => palette.note(start))),
  ].join("\n");
}

function notesOf(
  diagnostic: Diagnostic,
  explain: boolean,
  view: DiagnosticsView,
): { readonly lead: string; readonly text: string }[] {
  const help = explain ? view.helpOf(diagnostic.code) : null;
  return [
    ...diagnostic.related.map((related) => {
      const { line, column } = positionAt(related.file, related.span.start);
      return { lead: "see", text: `${view.pathOf(related.file)}:${line}:${column}: ${related.message}` };
    }),
    ...(help === null ? [] : [{ lead: "help", text: help }]),
    ...diagnostic.fixes.map((fix) => ({ lead: leadOf(fix), text: fix.title })),
  ];
}

/** The place, the line, and carets under what is meant. */
function excerpt(
  file: SourceFile,
  span: Span,
  paint: Paint,
  inset: string,
  view: DiagnosticsView,
): readonly string[] {
  const start = positionAt(file, span.start);
  const end = positionAt(file, span.end);
  const text = lineText(file, start.line);
  const from = start.column - 1;
  const to = end.line === start.line ? Math.max(end.column - 1, from) : text.length;
  const shown = window(text, from, Math.max(20, view.width - inset.length - 4));
  const before = widthOf(sourceLine(shown.text.slice(0, from - shown.start)));
  const marked = widthOf(sourceLine(shown.text.slice(from - shown.start, to - shown.start)));
  const bar = view.palette.quiet("|");
  const place = inert(`${view.pathOf(file)}:${start.line}:${start.column}`);
  return [
    `${inset.slice(1)}${view.palette.quiet("-->")} ${place}`,
    `${inset} ${bar}`,
    `${view.palette.quiet(String(start.line).padStart(inset.length))} ${bar} ${sourceLine(shown.text)}`.trimEnd(),
    `${inset} ${bar} ${" ".repeat(before)}${paint("^".repeat(Math.max(1, marked)))}`,
  ];
}

/** Source as shown: a tab is two columns, so that carets stand where they should. */
function sourceLine(text: string): string {
  return inert(text.replaceAll("\t", "  "));
}

/** The part of a long line around the place that is meant. */
function window(
  text: string,
  from: number,
  width: number,
): { readonly start: number; readonly text: string } {
  if (text.length <= width) return { start: 0, text };
  const start = Math.max(0, Math.min(from - Math.floor(width / 3), text.length - width));
  return { start, text: cut(start > 0 ? `…${text.slice(start + 1)}` : text, width) };
}

function paintOf(severity: Diagnostic["severity"], palette: Palette): Paint {
  return { error: palette.bad, warning: palette.warn, hint: palette.note }[severity];
}

/** `2 errors, 1 warning`. */
function summary(diagnostics: readonly Diagnostic[], palette: Palette): string {
  return (["error", "warning", "hint"] as const)
    .map((severity) => ({
      severity,
      found: diagnostics.filter((diagnostic) => diagnostic.severity === severity).length,
    }))
    .filter(({ found }) => found > 0)
    .map(({ severity, found }) => paintOf(severity, palette)(count(found, severity)))
    .join(", ");
}
