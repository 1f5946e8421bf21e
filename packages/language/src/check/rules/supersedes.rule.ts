import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Site } from "../site.ts";
import { withAgreement } from "./example-files.ts";

function example(version: string): string {
  return withAgreement("").replace("\n\n", `\n  supersedes version ${version}\n\n`);
}

/** A version that replaces itself or a later one. */
export const supersedes: DiagnosticRule = {
  code: "TEN2805",
  name: "supersedes",
  severity: "warning",
  spec: "§3.1.7",
  summary: "An agreement supersedes an earlier version than its own.",
  help: "Versions count up, so that two copies can be told apart by their numbers. Raise `version`, or name the version that was in force before.",
  examples: { invalid: example("1.0.0"), valid: example("0.9.0") },
  fix: "offered",
  elsewhere: { sentence: ["AgreementVersion"], says: "this version is named here" },
};

/** Warns of a superseded version that is not earlier than `version`. */
export function reportSupersedes(site: Site, node: ast.Version, version: string): void {
  site.say(supersedes, node.span, `\`${node.text}\` is not earlier than this version, \`${version}\``);
}
