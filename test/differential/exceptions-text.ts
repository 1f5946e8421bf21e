/** Random exclusions and amendments, as text. */
import type { Era } from "./calendar.ts";
import { condition, type Surroundings } from "./conditions-text.ts";
import type { StandardSpec } from "./material.ts";
import type { TableSpec } from "./table-spec.ts";
import type { Tape } from "./tape.ts";

/** An exclusion of rows of one dataset. */
export function exclusion(
  tape: Tape,
  name: string,
  tables: readonly TableSpec[],
  around: Surroundings,
): { readonly table: TableSpec; readonly lines: readonly string[] } {
  const table = tape.pick(tables);
  const lines = [
    `exclusion ${name} "Exclusion ${name}"`,
    `  removes ${table.name} where ${condition(tape, table, around, 1)}`,
  ];
  const isShared = table.party === "partner" && tape.chance(40);
  const by = table.fields.some((field) => field.name === "region") && tape.chance(70) ? " by region" : "";
  if (isShared) lines.push(`  applies when at least ${tape.pick([2, 1, 3])} partners affected${by}`);
  if (tape.chance(30)) {
    lines.push(
      '  needs evidence "A letter"',
      `  recorded in evidence${tape.pick(["", ' where topic is "strike"', ' where topic is "flood"'])}`,
    );
  }
  return { table, lines };
}

/** A limit that stands instead for one partner and some months; null where no limit can be changed. */
export function amendment(
  tape: Tape,
  name: string,
  standards: readonly StandardSpec[],
  partners: readonly string[],
  era: Era,
): readonly string[] | null {
  const candidates = standards.flatMap((one) =>
    one.limited
      .filter(
        (spec) =>
          spec.type !== "named" &&
          spec.table.party === "partner" &&
          one.limited.filter((other) => other === spec).length === 1,
      )
      .map((spec) => ({ one, spec })),
  );
  if (candidates.length === 0 || partners.length === 0) return null;
  const { one, spec } = tape.pick(candidates);
  const inside = era.edges
    .filter((edge) => edge >= era.from && (era.until === null || edge <= era.until))
    .sort();
  const from = tape.pick(inside);
  const until = tape.pick(inside.filter((edge) => edge >= from));
  const less = spec.type === "count" ? "fewer than" : "less than";
  const words = tape.pick(["at least", "at most", "more than", less]);
  return [
    `amendment ${name} to ${one.name} for partner ${JSON.stringify(tape.pick(partners))}`,
    `  effective from ${from} until ${until}`,
    `  changes limit of ${spec.name} to ${words} ${tape.pick(spec.values)}`,
    '  because "Agreed in a review"',
  ];
}
