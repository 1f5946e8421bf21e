/**
 * Text matching in linear time, for `matches` (SPEC §2.5.8).
 *
 * The engine is re2js, the RE2 dialect: no back-references, no look-around, so no pattern can be made to run for
 * ever. It is an entry of its own, passed to `judge` as `patterns`, because most agreements need none.
 */
import { RE2JS } from "re2js";

/** Longest pattern taken, in UTF-16 units: compiling much longer ones takes seconds. */
const LONGEST = 1000;

/** Compiles a pattern to an unanchored search; null where RE2 refuses it or it is too long. */
export const patternEngine: { compile(pattern: string): ((text: string) => boolean) | null } = {
  compile(pattern) {
    if (pattern.length > LONGEST) return null;
    try {
      const compiled = RE2JS.compile(pattern);
      return (text) => compiled.test(text);
    } catch {
      return null;
    }
  },
};
