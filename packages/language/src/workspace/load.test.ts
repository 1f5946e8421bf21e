import { expect, test } from "vitest";
import { positionAt } from "../source/source-file.ts";
import { type Loaded, type LoadOptions, loadAgreement } from "./load.ts";

/** Loads from texts by path, and says which files were asked for. */
function load(
  path: string,
  texts: Readonly<Record<string, string>>,
  options?: LoadOptions,
): { readonly loaded: Loaded; readonly asked: readonly string[] } {
  const asked: string[] = [];
  const read = (wanted: string): string | null => {
    asked.push(wanted);
    return texts[wanted] ?? null;
  };
  return { loaded: loadAgreement(path, read, options), asked };
}

function saidOf({ diagnostics }: Loaded): readonly string[] {
  return diagnostics.map(({ file, span, code, message, related }) => {
    const { line, column } = positionAt(file, span.start);
    return [`${file.path}:${line}:${column} ${code} ${message}`, ...related.map((one) => one.message)].join(
      " | ",
    );
  });
}

const paths = ({ files }: Loaded): readonly string[] => files.map(({ file }) => file.path);

test("used files are found beside the file that uses them, root first, each once", () => {
  const { loaded, asked } = load(
    "agreements/courier.tenet",
    {
      "agreements/courier.tenet": 'uses "parts/a.tenet"\nuses "./b.tenet"\n',
      "agreements/parts/a.tenet": 'uses "../b.tenet"\n',
      "agreements/b.tenet": "# shared\n",
    },
    { root: "agreements" },
  );
  expect(paths(loaded)).toEqual([
    "agreements/courier.tenet",
    "agreements/parts/a.tenet",
    "agreements/b.tenet",
  ]);
  expect(asked).toEqual(paths(loaded));
  expect([saidOf(loaded), loaded.incomplete, loaded.root.file.path]).toEqual([
    [],
    false,
    "agreements/courier.tenet",
  ]);
});

test("the root may lie above the agreement; by default it is where its path starts", () => {
  const texts = { "a/x.tenet": 'uses "../shared/m.tenet"\n', "shared/m.tenet": "\n" };
  expect(paths(load("a/x.tenet", texts).loaded)).toEqual(["a/x.tenet", "shared/m.tenet"]);
  const { loaded, asked } = load("a/x.tenet", texts, { root: "a" });
  expect(asked).toEqual(["a/x.tenet"]);
  expect(saidOf(loaded)).toEqual([
    "a/x.tenet:1:6 TEN2013 `../shared/m.tenet` cannot be used: it leads out of the workspace",
  ]);
  const absolute = { "/w/a/x.tenet": 'uses "../m.tenet"\n', "/w/m.tenet": "\n" };
  expect(saidOf(load("/w/a/x.tenet", absolute).loaded).length).toBe(1);
  expect(saidOf(load("/w/a/x.tenet", absolute, { root: "/w" }).loaded)).toEqual([]);
});

test.each(["/etc/m.tenet", "https://example.org/m.tenet", "a\\\\m.tenet", "../../m.tenet", ""])(
  "`uses %s` is refused without asking for the file",
  (path) => {
    const { loaded, asked } = load("a.tenet", { "a.tenet": `uses "${path}"\n` });
    expect(asked).toEqual(["a.tenet"]);
    expect([loaded.diagnostics.map(({ code }) => code), loaded.incomplete]).toEqual([["TEN2013"], true]);
  },
);

test("a missing file is reported where it is used, with the place that was looked at", () => {
  const { loaded } = load("a/x.tenet", { "a/x.tenet": '\nuses "parts/m.tenet"\n' });
  expect(saidOf(loaded)).toEqual([
    "a/x.tenet:2:6 TEN2011 `parts/m.tenet` cannot be read: there is no file `a/parts/m.tenet`",
  ]);
  expect(loaded.incomplete).toBe(true);
});

test("a missing root is reported, and nothing throws", () => {
  const { loaded } = load("x.tenet", {});
  expect(saidOf(loaded)).toEqual(["x.tenet:1:1 TEN2011 `x.tenet` cannot be read"]);
  expect(loaded.incomplete).toBe(true);
});

test("a circle is reported once, with every step of it", () => {
  const { loaded } = load("a.tenet", {
    "a.tenet": 'uses "b.tenet"\n',
    "b.tenet": 'uses "c.tenet"\n',
    "c.tenet": '\nuses "b.tenet"\n',
  });
  expect(paths(loaded)).toEqual(["a.tenet", "b.tenet", "c.tenet"]);
  expect(saidOf(loaded)).toEqual([
    "c.tenet:2:6 TEN2012 `b.tenet` uses itself by way of `c.tenet` | `b.tenet` uses `c.tenet` here",
  ]);
});

test("a file that uses itself is a circle of one", () => {
  const { loaded } = load("a.tenet", { "a.tenet": 'uses "./a.tenet"\n' });
  expect(saidOf(loaded)).toEqual(["a.tenet:1:6 TEN2012 `a.tenet` uses itself"]);
});

test("what parsing says of every file is among the diagnostics", () => {
  const { loaded } = load("a.tenet", { "a.tenet": 'uses "b.tenet"\n?\n', "b.tenet": "?\n" });
  expect(loaded.diagnostics.map(({ file }) => file.path)).toEqual(["a.tenet", "b.tenet"]);
});
