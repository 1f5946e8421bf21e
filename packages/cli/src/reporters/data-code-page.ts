/** The page of a code that is said of data or of a call: what happened, why nothing is guessed, what to do. */
import type { DataCode } from "@tenet-lang/evaluator/codes";
import { inert } from "./inert.ts";
import { hanging, wrap } from "./layout.ts";
import type { View } from "./palette.ts";
import { exampleLines } from "./rule-page.ts";

/** Rows and files of examples are shown as far as they tell something. */
const MOST_SHOWN = 60;

/** The page, as text. */
export function dataCodePage(page: DataCode, view: View): string {
  const { palette, width } = view;
  return [
    `${palette.heading(page.code)}  ${page.name}  ${palette.quiet(`data, ${page.spec}`)}`,
    "",
    ...wrap(page.summary, width),
    "",
    ...wrap(page.why, width),
    "",
    palette.good("What to do"),
    ...hanging("  ", page.todo, width),
    "",
    palette.bad("Example"),
    ...exampleOf(page),
    "",
    palette.quiet("is answered"),
    ...hanging("  ", inert(page.example.says), width),
    "",
  ].join("\n");
}

function exampleOf({ example }: DataCode): readonly string[] {
  if ("call" in example) return exampleLines(example.call);
  const { agreement, others = {}, file, text } = example;
  return [
    ...exampleLines(agreement),
    ...Object.entries({ ...others, [file]: text }).flatMap(([name, held]) => [
      "",
      `  ${name}`,
      ...exampleLines(held === "" ? "(nothing)" : shortened(held)).map((line) => `  ${line}`),
    ]),
  ];
}

function shortened(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN)} …`;
}
