/** The codes of regions with known holidays, as a module of the checker: `packages/language/src/check/region-codes.ts`. */
import { allRegions, LIBRARY } from "../packages/language/src/compile/holiday-library.ts";

/** Widest line of the list. */
const WIDTH = 110;

/** The text of the module. */
export function regionsModule(): string {
  const lines: string[] = [];
  for (const code of allRegions()) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + code.length < WIDTH) lines[lines.length - 1] = `${last} ${code}`;
    else lines.push(code);
  }
  return `/**
 * Codes of all regions of which ${LIBRARY.library} ${LIBRARY.version} knows the holidays, made by \`npm run generate\`.
 */
export const regionCodes: readonly string[] = \`
${lines.join("\n")}
\`
  .trim()
  .split(/\\s+/);
`;
}
