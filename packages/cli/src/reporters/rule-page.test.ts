import { expect, test } from "vitest";
import { unknownName } from "../../../../test/cli/diagnostics.ts";
import { palette } from "./palette.ts";
import { rulePage } from "./rule-page.ts";

test("the page of a diagnostic", () => {
  expect(rulePage(unknownName, { palette: palette(false), width: 80 })).toMatchInlineSnapshot(`
    "TEN2014  unknown-name  error, §3.1.4

    Every name that is used must be declared once.

    A name that nothing declares has no meaning. Declare it, or correct the
    spelling.

    Avoid
      agreement a "A"
        requires nothing

    Prefer
      agreement a "A"

    The report of this mistake offers a fix.
    "
  `);
});
