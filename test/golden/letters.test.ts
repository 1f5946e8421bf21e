/**
 * Letters about verdicts and findings of the examples, word for word.
 *
 * `UPDATE=1 npx vitest run test/golden` writes them anew: read every changed line as the partner would who gets it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { run } from "../cli/run.ts";

const folder = fileURLToPath(new URL("letters/", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

/** What each letter is about: the agreement, the standard or what follows from it, the party and the period. */
const letters: Readonly<Record<string, readonly string[]>> = {
  "missed-by-four.txt": courier("punctual", "BLUEVAN", "2026-05"),
  "missed-amended.txt": courier("punctual", "PEDALO", "2026-05"),
  "missed-alternatives.txt": service("answered", "MAD-2", "2026-05"),
  "missed-alternatives.md": [...service("answered", "MAD-2", "2026-05"), "--format", "markdown"],
  "missed-sum-of-money.txt": courier("claims_in_bounds", "WEERT", "2026-Q1"),
  "met-with-exclusion.txt": service("repaired", "VLC-1", "2026-03"),
  "met-in-every-region.txt": courier("every_region", "BLUEVAN", "2026-Q2"),
  "met-by-the-brand.txt": service("parts_portal", null, "2026-02"),
  "not-enough-data.txt": service("repaired", "BOD-1", "2026-03"),
  "not-applicable.txt": service("repaired", "OPO-1", "2026-01"),
  "not-applicable-out-of-scope.txt": courier("claims_in_bounds", "LOCKR", "2026-Q1"),
  "excused-in-ramp-up.txt": [
    ...["explain", "test/golden/florists/florists.tenet", "fresh_flowers"],
    ...["--period", "2026-02", "--as-of", "2026-03-10"],
  ],
  "pending-open-cases.txt": service("repaired", "VLC-1", "2026-06"),
  "pending-final.txt": courier("in_one_piece", "BLUEVAN", "2026-06"),
  "met-by-tolerance.txt": cafe("served_promptly", "NEW-1", "2026-02"),
  "met-by-amendment.txt": cafe("served_promptly", "COR-1", "2026-05"),
  "missed-by-a-duty.txt": cafe("served_promptly", "ENN-1", "2026-04"),
  "not-applicable-at-this-volume.txt": cafe("guests_return", "KIL-1", "2026-05-01"),
  "duty-missed.txt": cafe("remedy", "NAV-1", "2026-06"),
  "finding-credit.txt": cafe("quality_fund", "LIM-1", "2026-04"),
  "finding-credit.md": [...cafe("quality_fund", "LIM-1", "2026-04"), "--format", "markdown"],
  "finding-points.txt": cafe("kitchen_points", "ENN-1", "2026-Q2"),
  "finding-escalation.txt": cafe("help_then_part", "LIM-1", "2026-04"),
  "finding-ratchet.txt": cafe("a_little_faster", "COR-1", "2026-06"),
  "finding-scorecard.txt": cafe("cafe_score", "ENN-1", "2026-05-01"),
  "finding-tiers.txt": cafe("house", "COR-1", "2026-08-01"),
};

function cafe(name: string, partner: string, period: string): readonly string[] {
  return asked("franchise", name, partner, period, "2026-08-01");
}

function courier(standard: string, partner: string | null, period: string): readonly string[] {
  return asked("courier", standard, partner, period, "2026-07-01");
}

function service(standard: string, partner: string | null, period: string): readonly string[] {
  return asked("service-centre", standard, partner, period, "2026-06-16");
}

function asked(
  name: string,
  standard: string,
  partner: string | null,
  period: string,
  asOf: string,
): readonly string[] {
  const party = partner === null ? [] : ["--partner", partner];
  const agreement = `examples/${name}/${name}.tenet`;
  return ["explain", agreement, standard, ...party, "--period", period, "--as-of", asOf];
}

/** Every change of an example, also of what a letter is not about, gives its bundle another fingerprint. */
function lasting(letter: string): string {
  return letter.replace(/sha256:[0-9a-f]{64}/g, "sha256:…");
}

describe("letters", () => {
  it.each(Object.entries(letters))(
    "%s",
    async (name, args) => {
      const { code, out, err } = await run(args, root);
      expect(code).toBe(0);
      expect(err).toMatch(/^(?:warning\[[\s\S]*\n1 warning\n)?$/);
      const text = lasting(out);
      if (process.env.UPDATE === "1") writeFileSync(`${folder}${name}`, text);
      expect(text).toBe(readFileSync(`${folder}${name}`, "utf8"));
    },
    20_000,
  );

  it("fit a terminal of 80 columns", () => {
    for (const name of Object.keys(letters).filter((each) => each.endsWith(".txt"))) {
      const lines = readFileSync(`${folder}${name}`, "utf8").split("\n");
      expect(
        lines.filter((line) => [...line].length > 80),
        name,
      ).toEqual([]);
    }
  });

  it("are all asked for", () => {
    expect(existsSync(folder)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(Object.keys(letters).sort());
  });

  it("say the same as JSON", async () => {
    const { out } = await run([...courier("punctual", "BLUEVAN", "2026-05"), "--format", "json"], root);
    const { verdict, letter, agreement } = JSON.parse(out);
    expect([verdict.standard, verdict.verdict, agreement.name]).toEqual([
      "punctual",
      "missed",
      "doorstep_2026",
    ]);
    expect(letter.sections.map(({ title }: { title: string }) => title)).toEqual([
      "Why",
      "What was promised",
      "What was measured",
      "Which rows count",
      "What would change it",
    ]);
  });
});
