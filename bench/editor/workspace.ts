/** A generated workspace: one long agreement among hundreds of others, all using a shared file. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { section } from "../works/parse.ts";

/** The agreement that is edited. */
export const LONG = "long.tenet";

const SHARED = `partners from "partners.csv" key carrier_id
  field carrier_id text
  field country text
`;

/** Writes so many files, of which the long one has about so many lines; gives the long one's text. */
export function writeWorkspace(folder: string, files: number, lines: number): string {
  mkdirSync(join(folder, "shared"), { recursive: true });
  writeFileSync(join(folder, "shared/partners.tenet"), SHARED);
  for (let number = 2; number < files; number++)
    writeFileSync(join(folder, `agreement-${number}.tenet`), agreement(number, 60));
  const long = agreement(1, lines);
  writeFileSync(join(folder, LONG), long);
  return long;
}

function agreement(number: number, lines: number): string {
  const parts = [head(number)];
  let written = linesOf(parts[0] ?? "");
  for (let part = 1; written < lines; part++) {
    const text = section(part);
    parts.push(text);
    written += linesOf(text);
  }
  return parts.join("");
}

function linesOf(text: string): number {
  return text.split("\n").length - 1;
}

const head = (number: number): string => `uses "shared/partners.tenet"

agreement carriers_${number} "Carriers, agreement ${number}"
  version 2.1.0
  effective from 2026-01-01 until 2026-12-31
  time zone "Europe/Amsterdam"
  currency EUR

`;
