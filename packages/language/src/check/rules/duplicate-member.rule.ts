import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { relatedAt, type Site } from "../site.ts";

/** Two members that cannot be told apart. */
export const duplicateMember: DiagnosticRule = {
  code: "TEN2009",
  name: "duplicate-member",
  severity: "error",
  spec: "§3.2.38",
  summary: "The members of a `one of` list differ in their names and in how the file writes them.",
  help: "A cell stands for one member. Two members of one spelling could not be told apart in the data.",
  examples: {
    invalid: `dataset calls from "calls.csv" one row per line
  field outcome one of answered, abandoned written "A", lost written "A"
`,
    valid: `dataset calls from "calls.csv" one row per line
  field outcome one of answered, abandoned written "A", lost written "L"
`,
  },
  fix: "offered",
};

/** Reports a member whose name or spelling an earlier one has. */
export function reportDuplicateMember(
  site: Site,
  member: ast.Member,
  twin: { readonly name: string; readonly written: string },
  earlier: ast.Member,
): void {
  const message =
    member.name.text === twin.name
      ? `member \`${twin.name}\` stands twice`
      : `\`${member.name.text}\` is written \`${twin.written}\`, and so is \`${twin.name}\``;
  site.say(duplicateMember, member.span, message, {
    related: [relatedAt(site, earlier.span, "the earlier one stands here")],
  });
}
