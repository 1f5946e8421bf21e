/**
 * How much of real contracts the language carries, as a document: `grammar/coverage.md`, made from the clauses in
 * `test/clauses`. A clause counts as carried only because its agreement is judged there and gives what was worked out
 * by hand.
 */
import { type Clause, clauses } from "../test/clauses/clause.ts";

/** The page. */
export function coverageMarkdown(): string {
  const all = clauses();
  return `${[header, summary(all), table(all)].join("\n\n")}\n`;
}

const header = `# Coverage of real clauses

Clauses of contracts, programmes and regulations, each written in Tenet and judged on rows made by hand for both sides
of every limit; what must come out was worked out on paper. They live in \`test/clauses\`, in folders that begin with
the clause's number. *Fully*: everything that the clause asks for is carried. *Partly*: the words named are not. *No*:
the clause is outside the language (SPEC §5.4).`;

function summary(all: readonly Clause[]): string {
  const count = (carried: string): number =>
    all.filter(({ expected }) => expected.carried === carried).length;
  return `${all.length} clauses: ${count("fully")} fully, ${count("partly")} partly, ${count("no")} not carried.`;
}

function table(all: readonly Clause[]): string {
  const rows = all.map(({ folder, expected: { clause, title, carried, missing } }) => {
    const link = `[${cell(title)}](../test/clauses/${folder})`;
    return `| ${clause} | ${link} | ${carried} | ${missing === null ? "" : cell(missing)} |`;
  });
  return [
    "| clause | what it is about | carried | what is not, and why |",
    "| --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
