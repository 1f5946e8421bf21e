/**
 * Regions whose public holidays are known: countries, and their subdivisions (SPEC §3.3.8).
 *
 * The codes are listed here, apart from the library that knows the days, so that a misspelt one is found without
 * loading it.
 */
import { regionCodes } from "./region-codes.ts";

const byLowerCase = new Map(regionCodes.map((code) => [code.toLowerCase(), code]));

/** Whether a code is written just as a region's. */
export function isRegion(code: string): boolean {
  return byLowerCase.get(code.toLowerCase()) === code;
}

/** The region that a member of a list names (`gb_eng` is `GB-ENG`), or null. */
export function regionNamed(member: string): string | null {
  return byLowerCase.get(member.replaceAll("_", "-").toLowerCase()) ?? null;
}

/** All codes. */
export const regions: readonly string[] = regionCodes;
