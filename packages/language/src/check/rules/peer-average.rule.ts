import type { DiagnosticRule } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { Site } from "../site.ts";
import { withPartners } from "./example-files.ts";

function example(limit: string): string {
  return withPartners(`standard leading "Among the quickest"
  requires ranked ${limit}
  measured each calendar month
  needs no minimum
`);
}

/** A limit that about half of all partners miss, however good they are. */
export const peerAverage: DiagnosticRule = {
  code: "TEN2524",
  name: "peer-average",
  severity: "warning",
  spec: "§4.5.9",
  summary: "A limit at the peer average is missed by about half of all partners, however good they are.",
  help: "The average moves with the partners, so that somebody always lies on its wrong side. A fixed limit can be met by all of them, and `in best … of peers` at least says how many are meant to meet it.",
  examples: { invalid: example("at least peer average"), valid: example("in best 75% of peers") },
  fix: { none: "which limit is meant instead is a decision of the parties" },
  elsewhere: { none: "the metric is named in the same line" },
};

/** Warns of a limit at the peer average. */
export function reportPeerAverage(site: Site, span: Span): void {
  site.say(
    peerAverage,
    span,
    "about half of all partners miss this limit, whatever they do, because the average moves with them",
  );
}
