import type { JudgedVerdict, Scorecard } from "@tenet-lang/language-server/requests";
import { expect, it } from "vitest";
import { letter } from "./letter.ts";

const verdict: JudgedVerdict = {
  standard: "prompt",
  party: "[click](command:evil)",
  period: "2026-01",
  firstDay: "2026-01-01",
  lastDay: "2026-01-31",
  verdict: "not_enough_data",
  soFar: null,
  hasWarning: false,
  value: "90%",
  limit: "on_time at least 95%",
  distance: null,
  reasons: ["<img src=x>\n# not a heading | not a cell"],
  location: null,
};

const card: Scorecard = {
  title: "Parcels",
  version: "1.0.0",
  asOf: "2026-02-01T00:00:00Z",
  day: "2026-02-01",
  obstacles: [],
  standards: [{ name: "prompt", label: "Prompt *delivery*" }],
  parties: [],
  verdicts: [verdict],
};

it("says what, when and why", () => {
  const text = letter(card, verdict);
  expect(text).toContain("# Prompt \\*delivery\\*\n");
  expect(text).toContain("| Verdict | **not enough data** |\n");
  expect(text).not.toContain("So far");
});

it("lets no text of the data become a link, an element or a line of its own", () => {
  const text = letter(card, verdict);
  expect(text).toContain("\\[click\\]\\(command\\:evil\\)");
  expect(text).toContain("- \\<img src=x\\> \\# not a heading \\| not a cell\n");
});
