/** What may be taken over from an earlier text and what may not, case by case; `test/edits` tries it at random. */
import { describe, expect, test } from "vitest";
import { sourceFile } from "../source/source-file.ts";
import { mostDiagnostics, type ParsedFile, parse } from "./parse.ts";
import { reparse } from "./reparse.ts";

const parsed = (text: string): ParsedFile => parse(sourceFile("a.tenet", text));

/** Reads `after` from what is known of `before`, and holds it to reading it from the start. */
function check(before: string, after: string): { readonly earlier: ParsedFile; readonly found: ParsedFile } {
  const earlier = parsed(before);
  const found = reparse(earlier, sourceFile("a.tenet", after));
  const wanted = parsed(after);
  expect(found.tree).toEqual(wanted.tree);
  expect(found.tokens).toEqual(wanted.tokens);
  expect(found.diagnostics).toEqual(wanted.diagnostics);
  expect(found.diagnostics.filter(({ file }) => file !== found.file)).toEqual([]);
  return { earlier, found };
}

const first = "metric first number of calls\n\n";
const second = "metric second number of calls where wait at most 60 seconds\n\n";
const third = "metric third number of calls\n";

describe("what did not change", () => {
  test("is taken over as it is before the change, and moved behind it", () => {
    const { earlier, found } = check(first + second + third, first + second.replace("60", "600") + third);
    expect(found.tree.declarations[0]).toBe(earlier.tree.declarations[0]);
    expect(found.tree.declarations[1]).not.toEqual(earlier.tree.declarations[1]);
    expect(found.tree.declarations[2]?.span.start).toBe((earlier.tree.declarations[2]?.span.start ?? 0) + 1);
  });

  test("keeps its diagnostics, fixes included, at their new places", () => {
    const broken = "standard s\n  requires second atleast 95\n  requires third at lest 95\n";
    const { found } = check(first + broken, `# a comment\n${first}${broken}`);
    expect(found.diagnostics.length).toBeGreaterThan(0);
  });

  test("includes a file without any declaration, and the empty one", () => {
    check("", "# only a comment\n");
    check("# only a comment\n", "");
    check("\n\n", "\n");
  });
});

describe("what is read again though its own text is the same", () => {
  const data = 'dataset d from "d.csv" one row per id\n  field id text\n';
  const asks = "metric m number of d where id is true\n";

  test("`true`, once another declaration has such a member", () => {
    const member = "  field flag one of true, false\n";
    check(`${data}\n${asks}`, `${data}${member}\n${asks}`);
    check(`${asks}\n${data}${member}`, `${asks}\n${data}`);
  });

  test("two words that may be one name, once another declaration has it", () => {
    const credit = "\ncredit late\n  gives 5% of monthly fee when c is missed\n";
    const having = `${data}  field monthly_fee number\n${credit}`;
    const offered = (text: string) => parsed(text).diagnostics[0]?.fixes.length;
    expect(offered(`${data}${credit}`)).not.toBe(offered(having));
    check(`${data}${credit}`, having);
    check(having, `${data}${credit}`);
    check(having, having.replace("monthly_fee", "monthly_feet"));
  });

  test("a list that ends with a comma, once the line below is no item of it any more", () => {
    const list = 'dataset d from "d.csv" one row per id\n  field id one of a,\n';
    check(`${list}test, c\n`, list);
    check(`${list}test, c\n`, `${list}test t "T"\n`);
    check(`${list}test t "T"\n`, `${list}test, c\n`);
  });

  test("a word that is a head no more, once a table stands below", () => {
    check(`${first}metric\n\n${third}`, `${first}metric\n| a |\n\n${third}`);
    check(`${first}metric\n| a |\n\n${third}`, `${first}metric\n\n${third}`);
  });

  test("everything, where there are as many diagnostics as are given at most", () => {
    const wrong = (from: number, to: number) =>
      Array.from(
        { length: to - from },
        (_, index) => `standard s${from + index}\n  requires atleast 1\n\n`,
      ).join("");
    const most = mostDiagnostics;
    // What was not read before, for there were too many, is read once there are fewer.
    check(wrong(0, most + 5), wrong(10, most + 5));
    check(wrong(0, most + 5), wrong(0, 10) + wrong(most, most + 5));
    // What was read before is not, once there are too many.
    check(wrong(10, most + 5), wrong(0, most + 5));
    check(wrong(1, most + 2), `# \u202E\n${wrong(1, most + 2)}`);
    check(`# \u202E\n${wrong(0, most)}`, wrong(0, most));
  });
});

describe("ends of lines", () => {
  test.each([
    ["a CR put in front of a line end", "metric a number of b\n", "metric a number of b\r\n"],
    ["a CR taken away", "# a\r\nmetric a number of b\r\n", "# a\nmetric a number of b\r\n"],
    [
      "a line end put between CR and LF",
      "metric a number of b\r\nmetric",
      "metric a number of b\r\n\nmetric",
    ],
    [
      "a CR on its own inside a line",
      "metric a number of b\nmetric c number of d",
      "metric a number\r of b\nmetric c number of d",
    ],
    ["lines that become one", "metric a number of b\nwhere c is d\n", "metric a number of b where c is d\n"],
    ["a file that gains its last line end", "metric a number of b", "metric a number of b\n"],
    ["signs without a meaning that meet", "metric a number of b ;\n", "metric a number of b ;;\n"],
    ["a quote that opens and swallows its line", 'metric a "A" number of b\n', 'metric a "A number of b\n'],
  ])("%s", (_, before, after) => {
    check(before, after);
    check(after, before);
    check(first + before, first + after);
    check(before + second, after + second);
  });
});
