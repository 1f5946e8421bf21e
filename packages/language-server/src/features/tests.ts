/** The tests of a file, for a client that lists them. */

import { rangeOf } from "../protocol/positions.ts";
import type { ListedTest, TestsParams } from "../protocol/requests-tests.ts";
import { feature } from "./feature.ts";

export const tests = feature<"tree", TestsParams, readonly ListedTest[]>({
  method: "tenet/tests",
  needs: "tree",
  otherwise: [],
  capabilities: {},
  answer: ({ file, parsed }) =>
    parsed.tree.declarations.flatMap((declaration) => {
      if (declaration.kind !== "Test") return [];
      const { name, label, span } = declaration;
      return [
        {
          name: name.text,
          label: label?.text ?? name.text,
          range: rangeOf(file, span),
          nameRange: rangeOf(file, name.span),
        },
      ];
    }),
});
